import type { IamRole, RolePolicies } from '../model/iam-role';
import type { IdentityProvider } from '../model/identity-provider';
import type { HealthGap } from '../model/health';
import type { Json } from '../model/json';
import type { PolicyDecision } from '../model/policy-decision';
import type { Result } from '../model/result';

/** Something that was looked at, or why it could not be. */
export type Reading<T> = Result<T, HealthGap>;

/** What was seen in an AWS account, for one connector. A part that the connector's plans do not ask for is undefined. */
export interface Facts {
  /** ISO 8601, UTC: when the looking began. */
  readonly at: string;
  readonly partition: string;
  readonly providers: Readonly<Record<'defender' | 'ciem', Reading<IdentityProvider | null> | undefined>>;
  readonly roles: readonly RoleFacts[];
  readonly stack: Reading<StackFacts | null>;
  readonly stackSet: Reading<StackSetFacts | null> | undefined;
  /** Trusted access of StackSets to the organization, as CloudFormation has it: ENABLED, DISABLED or DISABLED_PERMANENTLY. */
  readonly organizationAccess: Reading<string> | undefined;
  readonly trails: Reading<readonly Trail[]> | undefined;
  /** Of the trails that log management events; their owner may be another account. */
  readonly trailBuckets: readonly TrailBucket[];
  readonly regions: readonly RegionFacts[];
  readonly buckets: Reading<Usage> | undefined;
}

export interface RoleFacts {
  /** The catalog's role. */
  readonly roleId: string;
  /** The connector's name for it; null where neither it nor the catalog gives one that could be looked for. */
  readonly name: string | null;
  readonly role: Reading<IamRole | null>;
  readonly policies: Reading<RolePolicies | null> | undefined;
  readonly decisions: Reading<readonly PolicyDecision[]> | undefined;
}

export interface StackFacts {
  readonly name: string;
  readonly status: string;
  readonly reason: string | null;
  /** ISO 8601, UTC. */
  readonly changedAt: string | null;
}

export interface StackSetFacts {
  readonly name: string;
  readonly status: string;
  /** Whether it works through the organization, and not through roles of its own in each account. */
  readonly isServiceManaged: boolean;
  readonly instances: readonly StackInstanceFacts[];
}

export interface StackInstanceFacts {
  readonly account: string;
  readonly region: string;
  /** CURRENT, OUTDATED or INOPERABLE, as CloudFormation has it. */
  readonly status: string;
  readonly reason: string | null;
}

export interface Trail {
  readonly name: string;
  readonly isLogging: boolean;
  readonly takesManagementEvents: boolean;
  readonly bucket: string | null;
}

export interface TrailBucket {
  readonly name: string;
  /** Null in it where the bucket has none; null where there is no such bucket. */
  readonly policy: Reading<{ readonly document: Json } | null>;
  /** Events that queues and topics are told of; null where there is no such bucket. */
  readonly events: Reading<readonly string[] | null>;
}

export interface RegionFacts {
  readonly region: string;
  readonly sts: Reading<StsAnswer>;
  readonly clusters: Reading<readonly Cluster[]> | undefined;
  readonly instances: Reading<readonly ManagedInstance[]> | undefined;
  readonly databases: Reading<readonly Database[]> | undefined;
  readonly optionGroups: Reading<readonly OptionGroup[]> | undefined;
  readonly databaseQuotas: Reading<readonly Usage[]> | undefined;
  readonly streams: Reading<Usage> | undefined;
}

/**
 * `issues`: it gave a session. `answers`: it knows the caller, who could not ask for a session. `disabled`: sessions are
 * switched off. `notEnabled`: the account, or the session, does not reach into this region.
 */
export type StsAnswer = 'issues' | 'answers' | 'disabled' | 'notEnabled';

export interface Cluster {
  readonly name: string;
  readonly status: string;
  /** Of Kubernetes, such as `1.33`. */
  readonly version: string | null;
  readonly authenticationMode: string | null;
  readonly publicEndpoint: boolean;
  readonly publicCidrs: readonly string[];
  /** Types of log that are on. */
  readonly logTypes: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** An instance that Systems Manager knows. */
export interface ManagedInstance {
  readonly id: string;
  readonly pingStatus: string;
  /** As its agent names it, such as `Amazon Linux`; null where it has not said. */
  readonly platform: { readonly name: string; readonly version: string } | null;
}

export interface Database {
  readonly name: string;
  readonly engine: string;
  readonly version: string;
  readonly status: string;
  /** How its parameter groups are applied. */
  readonly parameterStatuses: readonly string[];
  /** Days that automatic backups are kept; 0 where there are none. */
  readonly backupDays: number;
  /** Names. */
  readonly optionGroups: readonly string[];
}

export interface OptionGroup {
  readonly name: string;
  /** Options that cannot be taken away again, or not while a database uses the group. */
  readonly lastingOptions: readonly string[];
}

/** How much of a quota is used. */
export interface Usage {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}
