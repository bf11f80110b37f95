import type { Tags } from './iam-role';

/** An OpenID Connect identity provider as it stands in IAM now. */
export interface IdentityProvider {
  readonly arn: string;
  /** Without `https://`, as IAM keeps it. */
  readonly url: string;
  readonly audiences: readonly string[];
  readonly thumbprints: readonly string[];
  readonly tags: Tags;
}
