import type { Result } from '../core/model/result';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import type { DeploymentPorts } from './ports';

/** Takes back all that a preview left in AWS: its change set, and the empty stack that a first change set makes. */
export async function discardPreview(_ports: DeploymentPorts, _preview: DeploymentPreview): Promise<Result<void>> {
  throw new Error('discardPreview is being written');
}
