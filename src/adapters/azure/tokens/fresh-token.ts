export interface FreshToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;
