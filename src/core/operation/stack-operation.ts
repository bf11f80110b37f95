import type { DeploymentOutcome, DeploymentTarget } from '../plan/deployment-preview';
import type { AudienceMerge } from '../plan/preflight-check';

export const operationKinds = ['create', 'update', 'import', 'delete', 'rollBack', 'continueRollback'] as const;
export type OperationKind = (typeof operationKinds)[number];

/** One thing that is done to a stack, as the journal keeps it: enough to find it again in AWS and follow it to its end. No secret. */
export interface StackOperation {
  /** Of the journal, for file names: letters, digits and hyphens. */
  readonly id: string;
  readonly kind: OperationKind;
  readonly target: DeploymentTarget;
  /** URI or path of the connector file, where there is one. */
  readonly connectorFile: string | null;
  readonly stackId: string;
  /** Null for what needs none: a deletion, the continuation of a rollback. */
  readonly changeSetId: string | null;
  /** Logical ids that are left as they are: retained by a deletion, skipped by a rollback. */
  readonly leftAlone?: readonly string[];
  /** What existing identity providers are still to get once it has succeeded. */
  readonly audiences?: readonly AudienceMerge[];
  /** The ClientRequestToken: whatever is sent again with it is not done twice, and AWS names it in the events. */
  readonly token: string;
  /** Resources that it means to change. */
  readonly planned: number;
  /** ISO 8601, UTC. */
  readonly begunAt: string;
  /** The last event of the stack before it; null where there was none. */
  readonly after: string | null;
  /** Null as long as nobody has seen it end. */
  readonly end: OperationEnd | null;
}

export interface OperationEnd {
  /** ISO 8601, UTC: when it was seen. */
  readonly at: string;
  readonly result: DeploymentOutcome['result'];
  readonly stackStatus: string;
  readonly summary: string;
  readonly outputs: DeploymentOutcome['outputs'];
}

/** Whether there is something left to do, or to see. */
export const isUnfinished = ({ end, audiences = [] }: Pick<StackOperation, 'end' | 'audiences'>): boolean =>
  end === null || (end.result === 'succeeded' && audiences.length > 0);
