import type { RoleTokenVerdict } from './role-token-verdicts';

/** A verdict in one sentence, for a hover, a command or a terminal. */
export function verdictSentence({ token, outcome, reason, providerIsHere }: RoleTokenVerdict): string {
  const session = token.session ? ` and session ${token.session}` : '';
  const elsewhere = outcome === 'accepted' && !providerIsHere ? ", if the account's identity provider lists that audience" : '';
  return `Defender would present audience ${token.audience}${session}: ${words[outcome]} because ${reason}${elsewhere}.`;
}

const words: Readonly<Record<RoleTokenVerdict['outcome'], string>> = {
  accepted: 'accepted',
  rejected: 'rejected',
  unknown: 'it cannot be told',
};
