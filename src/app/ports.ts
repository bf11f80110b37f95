import type { StackEvent } from '../core/plan/deployment-preview';
import type { ChangeSet } from '../core/plan/change-set';
import type { ParameterChoice } from '../core/plan/choose-parameters';
import type { ResourceToImport } from '../core/plan/import-template';
import type { TemplateSource } from '../core/plan/template-source';
import type { ResourceDrift } from '../core/model/drift';
import type { IamRole, ManagedPolicy, RolePolicies } from '../core/model/iam-role';
import type { IdentityProvider } from '../core/model/identity-provider';
import type { Json } from '../core/model/json';
import type { PolicyDecision } from '../core/model/policy-decision';
import type { JournalPort } from './operation/journal';
import type { Result } from '../core/model/result';
import type { StackMembership } from '../core/model/stack-membership';

/** What a deployment needs of the outside, bound to one profile and one region. */
export interface DeploymentPorts {
  readonly profile: string;
  readonly region: string;
  readonly identity: IdentityPort;
  readonly stacks: StacksPort;
  readonly providers: ProvidersPort;
  readonly iam: IamPort;
  readonly buckets: BucketsPort;
  readonly drift: DriftPort;
  readonly authorization: AuthorizationPort;
  readonly clock: Clock;
  /** Absent where nothing is to be found again later. */
  readonly journal?: JournalPort;
}

export interface Identity {
  readonly accountId: string;
  readonly arn: string;
  readonly partition: string;
}

export interface IdentityPort {
  /** Who the profile's credentials are; `invalidInput` when the region is not enabled in their account. Asked anew each time: a profile can change between two calls. */
  read(signal?: AbortSignal): Promise<Result<Identity>>;
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly reason: string | null;
  readonly parameters: readonly StackParameter[];
  readonly outputs: readonly StackOutput[];
  /** ISO 8601, UTC: the last update, or the creation. */
  readonly changedAt: string | null;
  /** The stack cannot be deleted. */
  readonly terminationProtection: boolean;
}

export interface StackParameter {
  readonly key: string;
  readonly value: string;
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description: string | null;
}

export interface StackResource {
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly type: string;
  readonly status: string;
}

/** What CloudFormation says of a template before anything is made from it. */
export interface TemplateCheck {
  readonly capabilities: readonly string[];
  readonly transforms: readonly string[];
}

export interface ChangeSetRequest {
  readonly stack: string;
  readonly name: string;
  readonly type: 'create' | 'update' | 'import';
  readonly template: TemplateSource;
  readonly parameters: readonly ParameterChoice[];
  readonly capabilities: readonly string[];
  readonly description: string;
  /** What an import takes over; of nothing else there may be any. */
  readonly imports: readonly ResourceToImport[];
}

export interface ChangeSetSummary {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly executionStatus: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string | null;
}

/** Names the change set of a stack; both may be ids. */
export interface ChangeSetKey {
  readonly stack: string;
  readonly changeSet: string;
}

/** Stacks of one region. Names may be ids; a stack that is gone is found by its id only. */
export interface StacksPort {
  read(stack: string, signal?: AbortSignal): Promise<Result<Stack | null>>;
  validate(template: TemplateSource, signal?: AbortSignal): Promise<Result<TemplateCheck>>;
  template(stack: string, signal?: AbortSignal): Promise<Result<string>>;
  resources(stack: string, signal?: AbortSignal): Promise<Result<readonly StackResource[]>>;
  /** The stack of this region that a resource with this physical id belongs to, or null. */
  owner(physicalId: string, signal?: AbortSignal): Promise<Result<StackMembership | null>>;
  /** Made once however often it is asked for: the name is the token. */
  createChangeSet(request: ChangeSetRequest, signal?: AbortSignal): Promise<Result<{ readonly id: string; readonly stackId: string }>>;
  /** All pages; null when there is no such change set. */
  readChangeSet(key: ChangeSetKey, signal?: AbortSignal): Promise<Result<ChangeSet | null>>;
  /** The template that a change set would put in place, as it was given. */
  changeSetTemplate(key: ChangeSetKey, signal?: AbortSignal): Promise<Result<string>>;
  listChangeSets(stack: string, signal?: AbortSignal): Promise<Result<readonly ChangeSetSummary[]>>;
  deleteChangeSet(key: ChangeSetKey, signal?: AbortSignal): Promise<Result<void>>;
  /** A `conflict` says that it cannot be executed now, for instance because it already was. */
  executeChangeSet(key: ChangeSetKey, token: string, signal?: AbortSignal): Promise<Result<void>>;
  /** Events after the one with this id, oldest first; all of them when it is null. */
  eventsSince(stack: string, eventId: string | null, signal?: AbortSignal): Promise<Result<readonly StackEvent[]>>;
  cancelUpdate(stack: string, token: string, signal?: AbortSignal): Promise<Result<void>>;
  /** What is to be retained can only be named for a stack whose deletion has failed before. */
  delete(stack: string, token: string, retain?: readonly string[], signal?: AbortSignal): Promise<Result<void>>;
  /** Resources that are skipped are left as they are and count as rolled back. */
  continueRollback(stack: string, token: string, skip: readonly string[], signal?: AbortSignal): Promise<Result<void>>;
}

/** CloudFormation compares a stack's resources with its template. */
export interface DriftPort {
  /** Gives the id of the look that has begun. */
  begin(stack: string, signal?: AbortSignal): Promise<Result<string>>;
  status(detection: string, signal?: AbortSignal): Promise<Result<{ readonly status: string; readonly reason: string | null; readonly drift: string | null }>>;
  /** As last looked at: those that differ, and how many do not. */
  resources(stack: string, signal?: AbortSignal): Promise<Result<{ readonly drifted: readonly ResourceDrift[]; readonly inSync: number }>>;
}

/** STS tells the reason of a refusal that another service has encoded, to whoever may know it. */
export interface AuthorizationPort {
  /** JSON. */
  decode(encoded: string, signal?: AbortSignal): Promise<Result<string>>;
}

/** OpenID Connect identity providers of the account. */
export interface ProvidersPort {
  /** The provider with this url (with or without `https://`), or null. Only looks. */
  find(url: string, signal?: AbortSignal): Promise<Result<IdentityProvider | null>>;
  /** One that is there already is no error. */
  addAudience(arn: string, audience: string): Promise<Result<void>>;
  /** One that is not there is no error. */
  removeAudience(arn: string, audience: string): Promise<Result<void>>;
}

/** IAM of the account. Only looks. */
export interface IamPort {
  /** Null when there is no role of this name; IAM compares names whatever their case. */
  role(name: string, signal?: AbortSignal): Promise<Result<IamRole | null>>;
  /** Names of all roles whose trust policy names this principal. */
  rolesTrusting(arn: string, signal?: AbortSignal): Promise<Result<readonly string[]>>;
  /** Attached and inline policies with their documents; null when there is no such role. */
  rolePolicies(role: string, signal?: AbortSignal): Promise<Result<RolePolicies | null>>;
  /** Null when there is no such policy; the account's own only. */
  managedPolicy(arn: string, signal?: AbortSignal): Promise<Result<ManagedPolicy | null>>;
  /** What its default version says; null when there is no such policy. */
  policyDocument(arn: string, signal?: AbortSignal): Promise<Result<Json | null>>;
  /** Whether a user, a group or a role may do something: every action on every resource, `*` without any. */
  simulatePrincipal(arn: string, question: SimulationQuestion, signal?: AbortSignal): Promise<Result<readonly PolicyDecision[]>>;
  /** The same for policies that need not exist anywhere. */
  simulatePolicies(policies: readonly Json[], question: SimulationQuestion, signal?: AbortSignal): Promise<Result<readonly PolicyDecision[]>>;
  /** What the account has and may have, by IAM's own names: `Roles`, `RolesQuota`, `Policies` … */
  accountSummary(signal?: AbortSignal): Promise<Result<Readonly<Record<string, number>>>>;
}

/** Buckets of S3 in the region. With its owner beside it, a name cannot be answered by another account's bucket. */
export interface BucketName {
  readonly name: string;
  readonly accountId: string;
}

export interface BucketSafety {
  readonly publicAccessBlocked: boolean;
  readonly encrypted: boolean;
  readonly versioned: boolean;
}

export interface BucketsPort {
  exists(bucket: BucketName, signal?: AbortSignal): Promise<Result<boolean>>;
  list(signal?: AbortSignal): Promise<Result<readonly string[]>>;
  /** In the port's region; one that is ours already is no error. */
  create(bucket: BucketName): Promise<Result<void>>;
  safety(bucket: BucketName, signal?: AbortSignal): Promise<Result<BucketSafety>>;
  /** Blocks public access, encrypts, keeps versions. */
  secure(bucket: BucketName): Promise<Result<void>>;
  /** Null when the bucket has no policy. */
  policy(bucket: BucketName, signal?: AbortSignal): Promise<Result<Json>>;
  putPolicy(bucket: BucketName, policy: Json): Promise<Result<void>>;
  has(bucket: BucketName, key: string, signal?: AbortSignal): Promise<Result<boolean>>;
  /** The text of an object, or as much of it as so many bytes hold. */
  get(bucket: BucketName, object: { readonly key: string; readonly mostBytes: number }, signal?: AbortSignal): Promise<Result<string>>;
  put(bucket: BucketName, object: { readonly key: string; readonly text: string }): Promise<Result<void>>;
}

export interface SimulationQuestion {
  readonly actions: readonly string[];
  /** ARNs. */
  readonly resources?: readonly string[];
  /** Condition keys with their values. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Ends early, without an error, when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface FilesPort {
  read(path: string): Promise<Result<string>>;
  /** Whole or not at all: a reader never sees half a file. */
  write(path: string, text: string): Promise<Result<void>>;
}

/** Texts at addresses that are open to all: nobody's keys go there. */
export interface WebPort {
  read(address: string, signal?: AbortSignal): Promise<Result<string>>;
}

export const profileKinds = [
  'static',
  'assume-role',
  'assume-role+mfa',
  'sso',
  'process',
  'web-identity',
  'login',
  'environment',
  'none',
] as const;
export type ProfileKind = (typeof profileKinds)[number];

/** One choice of credentials, as a picker shows it. Holds no secret. */
export interface Profile {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly region: string | null;
  /** Taken from the profile's role or settings where they say it; the identity check alone is proof. */
  readonly accountHint: string | null;
  /** A command of the user's configuration runs to get the credentials. */
  readonly runsCommand: boolean;
}
