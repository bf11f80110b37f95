import type { Json } from '../../core/model/json';
import type { Result } from '../../core/model/result';
import type { Cluster, Database, ManagedInstance, OptionGroup, StackSetFacts, StsAnswer, Trail, Usage } from '../../core/verify/facts';
import type { DeploymentPorts } from '../ports';

/** What a verification needs of the outside, bound to one profile and to the region of the stack. */
export interface VerificationPorts extends Pick<DeploymentPorts, 'profile' | 'region' | 'identity' | 'stacks' | 'providers' | 'iam' | 'clock'> {
  readonly account: AccountLooksPort;
  readonly regions: RegionLooksPort;
}

/** Looks at what an account has beside IAM and its stacks. */
export interface AccountLooksPort {
  /** Of the region of the stack; null where there is no such StackSet. */
  stackSet(name: string, signal?: AbortSignal): Promise<Result<StackSetFacts | null>>;
  /** Trusted access of StackSets to the organization. */
  organizationAccess(signal?: AbortSignal): Promise<Result<string>>;
  /** Trails that take events of the region of the stack, those of other regions and of the organization included. */
  trails(signal?: AbortSignal): Promise<Result<readonly Trail[]>>;
  /** Of a bucket of any region and account; null where there is none. */
  bucketPolicy(bucket: string, signal?: AbortSignal): Promise<Result<{ readonly document: Json } | null>>;
  /** Events that queues and topics are told of. */
  bucketEvents(bucket: string, signal?: AbortSignal): Promise<Result<readonly string[] | null>>;
  /** Buckets of the account, of all regions. */
  buckets(signal?: AbortSignal): Promise<Result<Usage>>;
}

/** Looks at one region. */
export interface RegionLooksPort {
  sts(region: string, signal?: AbortSignal): Promise<Result<StsAnswer>>;
  clusters(region: string, signal?: AbortSignal): Promise<Result<readonly Cluster[]>>;
  instances(region: string, signal?: AbortSignal): Promise<Result<readonly ManagedInstance[]>>;
  databases(region: string, signal?: AbortSignal): Promise<Result<readonly Database[]>>;
  optionGroups(region: string, signal?: AbortSignal): Promise<Result<readonly OptionGroup[]>>;
  databaseQuotas(region: string, signal?: AbortSignal): Promise<Result<readonly Usage[]>>;
  streams(region: string, signal?: AbortSignal): Promise<Result<Usage>>;
}
