import type { DeploymentProgress } from '../core/plan/deployment-preview';

/** How a shell watches and stops a use case. */
export interface Control {
  readonly signal?: AbortSignal;
}

export interface ExecutionControl extends Control {
  readonly report?: (progress: DeploymentProgress) => void;
  /**
   * What the signal does once AWS has begun. `rollBack` cancels an update, which takes the stack back to what it was;
   * CloudFormation cannot cancel the creation of a stack, so there it is the same as `leave`: we stop following, AWS goes on.
   */
  readonly onCancel?: 'rollBack' | 'leave';
  /** Ids of the preview's escalations that the user has acknowledged. */
  readonly acknowledged?: readonly string[];
  /** For the journal: where the connector is that is deployed. */
  readonly connectorFile?: string | null;
  /** Fires when somebody else follows the operation from now on. */
  readonly lost?: AbortSignal;
}
