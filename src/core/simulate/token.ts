/** What a caller presents to `sts:AssumeRoleWithWebIdentity`. */
export interface Token {
  /** With its scheme and its slash, as the token's `iss` has it. */
  readonly issuer: string;
  readonly audience: string;
  /** Undefined where it is not known here. */
  readonly session: string | undefined;
  /** The token's `sub`; undefined where it is not known here. */
  readonly subject?: string;
}
