import type { Json } from './json';

/** A role as it stands in IAM now. */
export interface IamRole {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  /** The trust policy. */
  readonly trust: Json;
  readonly maxSessionSeconds: number;
  readonly description: string | null;
  /** ARN of the policy that bounds the role's permissions. */
  readonly permissionsBoundary: string | null;
  readonly tags: Tags;
}

/** By key. CloudFormation marks what it makes with `aws:cloudformation:stack-id` and the like, where the service takes tags. */
export type Tags = Readonly<Record<string, string>>;

/** What gives a role its permissions. */
export interface RolePolicies {
  readonly attached: readonly AttachedPolicy[];
  readonly inline: readonly InlinePolicy[];
}

export interface AttachedPolicy {
  readonly arn: string;
  readonly name: string;
  /** The default version; null for AWS's own policies, whose ARN says what they are. */
  readonly document: Json | null;
}

/** A policy of the account's own. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly tags: Tags;
}

export interface InlinePolicy {
  readonly name: string;
  readonly document: Json;
}
