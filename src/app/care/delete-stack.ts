import { err, type Result } from '../../core/model/result';
import { confirmsDeletion, type DeletionPlan } from '../../core/plan/deletion-plan';
import type { DeploymentOutcome } from '../../core/plan/deployment-preview';
import { deletionOf, retainedIn } from './care-operations';
import { carryOut } from '../operation/carry-out';
import type { ExecutionControl } from '../control';
import { planDeletion } from './plan-deletion';
import type { DeploymentPorts } from '../ports';

export interface DeletionControl extends ExecutionControl {
  /** What the user typed: the stack's name, or nothing happens. */
  readonly confirmation: string;
}

/** Carries a reviewed deletion out. What has changed since it was reviewed stops it. */
export async function deleteStack(ports: DeploymentPorts, plan: DeletionPlan, control: DeletionControl): Promise<Result<DeploymentOutcome>> {
  if (!confirmsDeletion(plan, control.confirmation))
    return err({
      code: 'invalidInput',
      message: `Nothing was deleted: the confirmation is not the name of the stack, ${plan.target.stack}.`,
      action: 'Type the name exactly.',
    });
  const { accountId, stack, connectorName } = plan.target;
  const now = await planDeletion(ports, { accountId, stack, connectorName, retain: retainedIn(plan) }, control);
  if (!now.ok) return now;
  if (now.value.obstacle) return err(now.value.obstacle);
  if (fingerprint(now.value) !== fingerprint(plan))
    return err({ code: 'conflict', message: `Stack ${stack} has changed since its deletion was reviewed.`, action: 'Review the deletion again.' });
  return carryOut(ports, deletionOf(plan, control.connectorFile ?? null), control);
}

const fingerprint = ({ stackId, stackStatus, resources }: DeletionPlan) =>
  JSON.stringify([stackId, stackStatus, resources.map(({ logicalId, physicalId, fate }) => [logicalId, physicalId, fate])]);
