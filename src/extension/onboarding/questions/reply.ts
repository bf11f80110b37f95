/** What came of a question: an answer, the wish to go back, a button's wish, or nothing because it was closed. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'lookUp' }
  | { readonly kind: 'closed' };

/** What every question shows of itself. */
export interface Asking {
  readonly title: string;
  readonly help: string;
  /** Counted from 1, of `total`. */
  readonly step: number;
  readonly total: number;
  readonly canGoBack: boolean;
  /** What a button finds out instead of typing; null where nothing can be. */
  readonly lookUp: string | null;
  /** Says what is wrong with an answer, undefined when nothing is. The box stays open while something is. */
  readonly refuse: () => Promise<string | undefined>;
}
