import type { Span } from '../model/finding';

/** What AWS would answer to a token, as far as the template tells. */
export interface TokenVerdict {
  readonly outcome: 'accepted' | 'rejected' | 'unknown';
  /** Why, as the end of a sentence that starts with the outcome; without a full stop. */
  readonly reason: string;
  /** The part of the template that decides, or undefined where something is missing. */
  readonly span: Span | undefined;
}
