import type { Result } from '../../core/model/result';
import type { Cluster, Database, ManagedInstance, StackSetFacts, StsAnswer, Trail, Usage } from '../../core/verify/facts';
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
  /** Trails that take events of the region of the stack, those of other regions and of the organization included. */
  trails(signal?: AbortSignal): Promise<Result<readonly Trail[]>>;
  /** Buckets of the account, of all regions. */
  buckets(signal?: AbortSignal): Promise<Result<Usage>>;
}

/** Looks at one region. */
export interface RegionLooksPort {
  sts(region: string, signal?: AbortSignal): Promise<Result<StsAnswer>>;
  clusters(region: string, signal?: AbortSignal): Promise<Result<readonly Cluster[]>>;
  instances(region: string, signal?: AbortSignal): Promise<Result<readonly ManagedInstance[]>>;
  databases(region: string, signal?: AbortSignal): Promise<Result<readonly Database[]>>;
  databaseQuotas(region: string, signal?: AbortSignal): Promise<Result<readonly Usage[]>>;
  streams(region: string, signal?: AbortSignal): Promise<Result<Usage>>;
}
