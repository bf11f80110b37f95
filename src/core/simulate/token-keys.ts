import type { Token } from './token';

/** What a token says for a condition key. */
export type KeyValue = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'absent' | 'notKnown' };

/**
 * The value that a condition key has when the token is presented. Claims of another issuer are absent; of our own,
 * and of the request (its address, its time), not all are known here.
 */
export function keyValue(key: string, token: Token): KeyValue {
  const name = key.toLowerCase();
  const claim = /^(.+):(aud|sub|oaud|amr|email)$/i.exec(key);
  if (name === 'sts:rolesessionname') return token.session === undefined ? notKnown : { kind: 'value', value: token.session };
  if (!claim) return isOfRequest(name) ? notKnown : absent;
  if (claim[1]?.toLowerCase() !== token.issuer.replace('https://', '').toLowerCase()) return absent;
  if (claim[2]?.toLowerCase() === 'aud') return { kind: 'value', value: token.audience };
  if (claim[2]?.toLowerCase() === 'sub' && token.subject !== undefined) return { kind: 'value', value: token.subject };
  return notKnown;
}

/** Keys that every request may have, whoever calls. An external id comes only with `sts:AssumeRole`. */
const isOfRequest = (name: string): boolean => /^(?:aws|sts):/.test(name) && name !== 'sts:externalid';

const absent: KeyValue = { kind: 'absent' };
const notKnown: KeyValue = { kind: 'notKnown' };
