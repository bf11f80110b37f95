import type { Json } from '../json';

export interface IamTag {
  readonly Key: string;
  readonly Value: string;
}

export interface Role {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly path: string;
  readonly created: Date;
  trust: Json;
  description: string | undefined;
  maxSessionSeconds: number;
  permissionsBoundary: string | undefined;
  /** Inline policies by name. */
  readonly inlinePolicies: Map<string, Json>;
  /** ARNs, in the order in which they were attached. */
  readonly attachedPolicies: Set<string>;
  tags: readonly IamTag[];
}

export interface ManagedPolicy {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly path: string;
  readonly description: string | undefined;
  readonly created: Date;
  versions: readonly { readonly id: string; readonly document: Json; readonly created: Date }[];
}

export interface OidcProvider {
  readonly arn: string;
  /** As IAM keeps it: without https://, with its trailing slash where it has one. */
  readonly url: string;
  readonly created: Date;
  clientIds: readonly string[];
  thumbprints: readonly string[];
  tags: readonly IamTag[];
}

export interface InstanceProfile {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly path: string;
  readonly created: Date;
  roles: readonly string[];
}

/** The IAM of one account. Names are keyed in lower case where IAM compares them that way. */
export interface IamStore {
  readonly accountId: string;
  readonly roles: Map<string, Role>;
  readonly managedPolicies: Map<string, ManagedPolicy>;
  readonly oidcProviders: Map<string, OidcProvider>;
  readonly instanceProfiles: Map<string, InstanceProfile>;
  /** What the account's own user may do; the policy simulator alone asks for it. */
  userPolicies: readonly Json[];
  /** Actions that a policy of the organization denies in the account; wildcards count. For the policy simulator. */
  deniedByOrganization: readonly string[];
}

export const createIamStore = (accountId: string): IamStore => ({
  accountId,
  roles: new Map(),
  managedPolicies: new Map(),
  oidcProviders: new Map(),
  instanceProfiles: new Map(),
  userPolicies: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }],
  deniedByOrganization: [],
});
