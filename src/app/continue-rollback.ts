import { err, ok, type Result } from '../core/model/result';
import type { DeploymentOutcome, DeploymentTarget, StackEvent } from '../core/plan/deployment-preview';
import { carryOut } from './carry-out';
import { checkAccount } from './check-account';
import type { Control, ExecutionControl } from './control';
import { existingStack, type StackPlace } from './existing-stack';
import type { DeploymentPorts } from './ports';

/** An update that could not be taken back, and the resources at which it stopped. */
export interface StuckRollback {
  readonly id: string;
  readonly target: DeploymentTarget;
  readonly stackId: string;
  readonly stuck: readonly { readonly logicalId: string; readonly type: string; readonly reason: string | null }[];
}

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
  const { id, target, stackId, stuck } = rollback;
  return carryOut(
    ports,
    { id, kind: 'continueRollback', target, connectorFile: control.connectorFile ?? null, stackId, changeSetId: null, leftAlone: skip, token: id, planned: stuck.length - skip.length },
    control,
  );
}
