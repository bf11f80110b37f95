/** What was seen when somebody last looked at a connector's stack in AWS. */
export type StackLook =
  | { readonly kind: 'seen'; readonly at: Date; readonly status: string | null; readonly profile: string; readonly advice?: StackAdvice }
  | { readonly kind: 'failed'; readonly at: Date; readonly message: string };

/** Why the stack has to be updated. */
export interface StackAdvice {
  readonly summary: string;
  /** Sentences; none when the stack is up to date. */
  readonly reasons: readonly string[];
}
