import type { Explanation } from '../diagnose/explanation';
import type { Escalation } from './escalation';
import type { AudienceMerge, PreflightCheck } from './preflight-check';

/** Where a deployment goes. Everything a confirmation has to name. */
export interface DeploymentTarget {
  readonly profile: string;
  readonly accountId: string;
  readonly callerArn: string;
  readonly region: string;
  readonly stack: string;
  readonly connectorName: string;
}

/** All that a deployment will do, made before anything is carried out. */
export interface DeploymentPreview {
  readonly target: DeploymentTarget;
  /** `import`: only takes over what exists; the deployment itself comes after it. */
  readonly action: 'create' | 'update' | 'import' | 'none';
  /** It brings an earlier template back. */
  readonly rollsBack?: true;
  /** Status of the stack before, or null when there is none. */
  readonly stackStatus: string | null;
  readonly changeSetId: string | null;
  readonly stackId: string | null;
  readonly changes: readonly ResourceChange[];
  /** Each is acknowledged by itself before anything is carried out. */
  readonly escalations: readonly Escalation[];
  readonly template: TemplateSize;
  /** What was looked at first, and what was seen. */
  readonly preflight: readonly PreflightCheck[];
  /** Done when the stack has succeeded, and only then. */
  readonly audiencesToAdd: readonly AudienceMerge[];
  /** Plain sentences: what the template leaves out because it is not known, what needs care. */
  readonly notes: readonly string[];
}

export interface TemplateSize {
  readonly bytes: number;
  readonly limit: number;
  readonly minified: boolean;
}

export interface ResourceChange {
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly type: string;
  readonly action: 'add' | 'modify' | 'remove' | 'import' | 'dynamic';
  readonly replacement: 'never' | 'conditional' | 'always';
  /** A role's or policy's own name, where the template says it. */
  readonly name: string | null;
  readonly properties: readonly string[];
  readonly permissions: PermissionDiff | null;
  readonly trust: TrustDiff | null;
}

/** Sorted, distinct actions; a denied one starts with `deny `, one by exclusion with `all but `. */
export interface PermissionDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Actions before and after, but on other resources or under other conditions. */
  readonly rescoped: readonly string[];
  readonly managedPoliciesAdded: readonly string[];
  readonly managedPoliciesRemoved: readonly string[];
}

/** One readable line per trust statement. */
export interface TrustDiff {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface StackEvent {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly type: string;
  readonly status: string;
  readonly reason: string | null;
  /** The token of the operation it belongs to. */
  readonly token: string | null;
}

/** What is told while an operation runs. */
export interface DeploymentProgress {
  readonly stackStatus: string;
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
  /** Those since the last report, oldest first. */
  readonly events: readonly StackEvent[];
}

export interface DeploymentOutcome {
  /** `notBegun`: it was confirmed, but AWS never got to see it. */
  readonly result: 'succeeded' | 'unchanged' | 'failed' | 'cancelled' | 'notBegun';
  readonly stackStatus: string;
  /** One sentence with the stack, account and region. */
  readonly summary: string;
  readonly outputs: readonly { readonly key: string; readonly value: string; readonly description: string | null }[];
  /** The first cause of a failure, never a cancellation that followed it. */
  readonly failure: FirstFailure | null;
}

export interface FirstFailure {
  readonly logicalId: string;
  readonly type: string;
  readonly reason: string;
  /** What it means and what to do; its id is null where the text is not known. */
  readonly explanation: Explanation;
}
