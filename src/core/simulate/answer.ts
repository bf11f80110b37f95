import type { Span } from '../model/finding';

/** What one part of a policy says of a token. */
export type Answer =
  | { readonly holds: true }
  | { readonly holds: false | undefined; readonly reason: string; readonly span: Span };

export const yes: Answer = { holds: true };

export const no = (reason: string, span: Span): Answer => ({ holds: false, reason, span });

/** The file does not tell. */
export const unclear = (reason: string, span: Span): Answer => ({ holds: undefined, reason, span });

/** All have to hold: one that does not decides, then one that cannot be told. */
export function every(answers: readonly Answer[]): Answer {
  return answers.find(({ holds }) => holds === false) ?? answers.find(({ holds }) => holds === undefined) ?? yes;
}
