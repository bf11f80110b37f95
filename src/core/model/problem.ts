/** The world refused: a file, a network or a cloud. Shown to the user as `message`, then `action`. */
export interface Problem {
  readonly code: ProblemCode;
  /** One sentence: what is wrong, with the values. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly action?: string;
  /** The answer of the service, for the log and for the details; never a secret. */
  readonly detail?: string;
  /** How long the service asks to be left alone. */
  readonly retryAfterSeconds?: number;
  /** What this tool can do about it, on the user's word. */
  readonly remedy?: Remedy;
}

export type Remedy = 'deleteStack' | 'continueRollback';

export type ProblemCode =
  | 'cancelled' // the user's own wish: shells stay silent
  | 'notFound'
  | 'unreadable'
  | 'invalidInput'
  | 'credentials'
  | 'wrongAccount'
  | 'accessDenied'
  | 'network'
  | 'throttled'
  | 'conflict'
  | 'stackState'
  | 'service';
