import type { DeploymentTarget } from './deployment-preview';

/** An update that could not be taken back, and the resources at which it stopped. */
export interface StuckRollback {
  /** One for each time it is read: going on with it twice does it once. */
  readonly id: string;
  readonly target: DeploymentTarget;
  readonly stackId: string;
  readonly stuck: readonly StuckResource[];
}

export interface StuckResource {
  readonly logicalId: string;
  readonly type: string;
  readonly reason: string | null;
}
