import { ok, type Result } from '../../core/model/result';
import type { DeploymentPreview } from '../../core/plan/deployment-preview';
import { checkAccount } from '../check-account';
import type { DeploymentPorts } from '../ports';
import { removeChangeSet } from './remove-change-set';

/** Takes back all that a preview left in AWS: its change set, and the empty stack that a first change set makes. */
export async function discardPreview(ports: DeploymentPorts, preview: DeploymentPreview): Promise<Result<void>> {
  const { changeSetId, stackId, action, target } = preview;
  if (changeSetId === null || stackId === null) return ok(undefined);
  const caller = await checkAccount(ports, target.accountId);
  if (!caller.ok) return caller;
  return removeChangeSet(ports, { stackId, changeSetId, newStack: action !== 'update' });
}
