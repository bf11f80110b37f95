import type { Result } from '../core/model/result';
import type { DeploymentOutcome, DeploymentPreview } from '../core/plan/deployment-preview';
import type { ExecutionControl } from './control';
import type { DeploymentPorts } from './ports';

/**
 * Carries a preview out and follows it to its end. Calling it again with the same preview never deploys twice:
 * it picks the running or finished operation up by its token.
 */
export async function executeDeployment(
  _ports: DeploymentPorts,
  _preview: DeploymentPreview,
  _control: ExecutionControl = {},
): Promise<Result<DeploymentOutcome>> {
  throw new Error('executeDeployment is being written');
}
