import { err, ok, type Result } from '../../core/model/result';
import type { StackOperation } from '../../core/operation/stack-operation';
import type { DeploymentOutcome } from '../../core/plan/deployment-preview';
import { toOutcome } from '../../core/plan/to-outcome';
import { checkAccount } from '../check-account';
import type { ExecutionControl } from '../control';
import { endOperation, notBegun } from './end-operation';
import { finishNoted, trustedAudiences } from '../finish-audiences';
import { findBegun, type Begun } from './find-begun';
import { followOperation } from './follow-operation';
import type { DeploymentPorts } from '../ports';
import { removeChangeSet } from '../preview/remove-change-set';
import { whileHeld } from './while-held';

/**
 * Follows to its end an operation that another process has begun, or was about to. Starts nothing: what AWS never
 * got to see is ended as not begun, and its change set taken back.
 */
export async function pickUpOperation(
  ports: DeploymentPorts,
  operation: StackOperation,
  control: ExecutionControl = {},
): Promise<Result<DeploymentOutcome>> {
  const refused = await checkPlace(ports, operation, control.signal);
  if (refused) return refused;
  return whileHeld(ports, operation.id, control, async (held) => {
    const ended = await endedMeanwhile(ports, operation);
    if (ended) return finish(ports, operation, ended);
    const found = await findBegun(ports, operation);
    const begun = found.ok && !found.value ? await withdraw(ports, operation) : found;
    if (!begun.ok) return begun;
    if (!begun.value) return conclude(ports, operation);
    const end = await followOperation(ports, { ...operation, after: begun.value.after }, held);
    return end.ok ? finish(ports, operation, end.value) : end;
  });
}

/** What was to be done after it has succeeded, as far as it was not done yet. */
async function finish(ports: DeploymentPorts, operation: StackOperation, outcome: DeploymentOutcome): Promise<Result<DeploymentOutcome>> {
  const noted = await ports.journal?.read(operation.id);
  const left = noted?.ok && noted.value ? noted.value : operation;
  const audiences = outcome.result === 'succeeded' ? await trustedAudiences(ports, left) : ok([]);
  return audiences.ok ? finishNoted(ports, { id: operation.id, audiences: audiences.value }, outcome) : audiences;
}

async function checkPlace(ports: DeploymentPorts, { target }: StackOperation, signal?: AbortSignal) {
  if (ports.region !== target.region)
    return err({ code: 'invalidInput' as const, message: `The operation runs in region ${target.region}, not in ${ports.region}.` });
  const caller = await checkAccount(ports, target.accountId, signal);
  return caller.ok ? undefined : caller;
}

async function endedMeanwhile({ journal }: DeploymentPorts, { id }: StackOperation): Promise<DeploymentOutcome | undefined> {
  const read = await journal?.read(id);
  const operation = read?.ok ? read.value : null;
  if (!journal || !operation?.end) return undefined;
  const { result, stackStatus, outputs, summary } = operation.end;
  if (result === 'notBegun') return { ...notBegun(operation), summary };
  const events = await journal.events(id);
  return toOutcome(operation, { status: stackStatus, outputs }, { events: events.ok ? events.value : [], cancelled: result === 'cancelled' });
}
/**
 * Makes sure that what did not begin never will: either AWS still has the change set and gives it back, or it has been
 * executing it all the time. A deletion has nothing to give back: it is looked for twice.
 */
async function withdraw(ports: DeploymentPorts, operation: StackOperation): Promise<Result<Begun>> {
  const { stackId, changeSetId, kind } = operation;
  if (changeSetId === null) {
    await ports.clock.sleep(secondLook);
    return findBegun(ports, operation);
  }
  const removed = await removeChangeSet(ports, { stackId, changeSetId, newStack: kind === 'create' || kind === 'import' });
  if (removed.ok) return ok(undefined);
  return removed.error.code === 'conflict' || removed.error.code === 'invalidInput' ? findBegun(ports, operation) : removed;
}

/** Milliseconds: longer than a request that was just sent takes to show. */
const secondLook = 5_000;

async function conclude(ports: DeploymentPorts, operation: StackOperation): Promise<Result<DeploymentOutcome>> {
  const outcome = notBegun(operation);
  await endOperation(ports, operation, { outcome, events: [] });
  return ok(outcome);
}
