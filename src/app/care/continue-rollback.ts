import { err, ok, type Result } from '../../core/model/result';
import type { DeploymentOutcome, StackEvent } from '../../core/plan/deployment-preview';
import type { StuckRollback } from '../../core/plan/stuck-rollback';
import { continuationOf } from './care-operations';
import { carryOut } from '../operation/carry-out';
import { checkAccount } from '../check-account';
import type { Control, ExecutionControl } from '../control';
import { existingStack, type StackPlace } from '../preview/existing-stack';
import type { DeploymentPorts } from '../ports';

/** Reads at which resources a rollback stopped. Refused where the stack is in any other state. */
export async function readStuckRollback(ports: DeploymentPorts, place: StackPlace, { signal }: Control = {}): Promise<Result<StuckRollback>> {
  const found = await existingStack(ports, place, signal);
  if (!found.ok) return found;
  const { stack, target } = found.value;
  if (stack.status !== 'UPDATE_ROLLBACK_FAILED')
    return err({
      code: 'stackState',
      message: `Stack ${place.stack} has no rollback to continue: its status is ${stack.status}.`,
      action: 'Preview the deployment to see where the stack stands.',
    });
  const resources = await ports.stacks.resources(stack.id, signal);
  if (!resources.ok) return resources;
  const events = await ports.stacks.eventsSince(stack.id, null, signal);
  if (!events.ok) return events;
  return ok({
    id: `defender-connectors-continue-${crypto.randomUUID()}`,
    target,
    stackId: stack.id,
    stuck: resources.value
      .filter(({ status }) => status.endsWith('_FAILED'))
      .map(({ logicalId, type }) => ({ logicalId, type, reason: lastReason(events.value, logicalId) })),
  });
}

const lastReason = (events: readonly StackEvent[], logicalId: string) =>
  events.findLast((event) => event.logicalId === logicalId && event.status.endsWith('_FAILED') && event.reason !== null)?.reason ?? null;

/** Goes on with a rollback. A skipped resource is left as it is: the template then says other than what is there. */
export async function continueRollback(
  ports: DeploymentPorts,
  rollback: StuckRollback,
  { skip, ...control }: ExecutionControl & { readonly skip: readonly string[] },
): Promise<Result<DeploymentOutcome>> {
  const unknown = skip.find((logicalId) => !rollback.stuck.some((each) => each.logicalId === logicalId));
  if (unknown !== undefined)
    return err({
      code: 'invalidInput',
      message: `${unknown} cannot be skipped: the rollback did not stop at it.`,
      action: `It stopped at ${rollback.stuck.map(({ logicalId }) => logicalId).join(', ') || 'no resource'}.`,
    });
  const caller = await checkAccount(ports, rollback.target.accountId, control.signal);
  if (!caller.ok) return caller;
  return carryOut(ports, continuationOf(rollback, skip, control.connectorFile ?? null), control);
}
