import { ok, type Result } from '../core/model/result';
import type { DeploymentOutcome, DeploymentPreview, StackEvent } from '../core/plan/deployment-preview';
import { toOutcome } from '../core/plan/to-outcome';
import { countResources } from '../core/plan/progress';
import type { ExecutionControl } from './control';
import { patiently } from './patiently';
import type { DeploymentPorts, Stack } from './ports';

export interface RunningOperation {
  readonly preview: DeploymentPreview;
  /** Not the name: a stack that is deleted on the way is found by its id only. */
  readonly stackId: string;
  readonly token: string;
  /** The last event before the operation, null when it has none before. */
  readonly after: string | null;
}

/** Follows an operation to its end, or until the signal says to let it go. */
export async function followOperation(
  ports: DeploymentPorts,
  operation: RunningOperation,
  control: ExecutionControl,
): Promise<Result<DeploymentOutcome>> {
  const begun = ports.clock.now();
  const events: StackEvent[] = [];
  const cancel = cancelOnce(ports, operation, control);
  for (let quiet = 0; ; ) {
    const signal = control.signal?.aborted ? undefined : control.signal;
    const look = await lookAt(ports, { ...operation, after: events.at(-1)?.id ?? operation.after }, signal);
    if (!look.ok && signal?.aborted) continue;
    if (!look.ok) return look;
    const { stack, fresh } = look.value;
    events.push(...fresh);
    quiet = fresh.length > 0 ? 0 : quiet + 1;
    control.report?.({ ...progress(stack, events, operation), elapsedMs: ports.clock.now() - begun, events: fresh });
    if (hasEnded(stack, events, quiet))
      return ok(toOutcome(operation.preview, stack, { events, cancelled: control.signal?.aborted ?? false }));
    const left = events.length > 0 ? await cancel(stack) : undefined;
    if (left) return left;
    await ports.clock.sleep(pauseAfter(quiet), signal);
  }
}

/** Status first, events after it: the other order would lose the last events. */
async function lookAt({ stacks, clock }: DeploymentPorts, { stackId, after }: RunningOperation, signal?: AbortSignal) {
  const patience = { clock, signal };
  const stack = await patiently(() => readExisting(stacks, stackId, signal), patience);
  if (!stack.ok) return stack;
  const fresh = await patiently(() => stacks.eventsSince(stackId, after, signal), patience);
  return fresh.ok ? ok({ stack: stack.value, fresh: fresh.value }) : fresh;
}

async function readExisting(stacks: DeploymentPorts['stacks'], stackId: string, signal?: AbortSignal): Promise<Result<Stack>> {
  const stack = await stacks.read(stackId, signal);
  if (!stack.ok || stack.value) return stack as Result<Stack>;
  return { ok: false, error: { code: 'notFound', message: `Stack ${stackId} is gone.`, action: 'Make a new preview.' } };
}

/**
 * A status can be read before the operation has set it, so an end counts once the stack's own event says the same.
 * Should that event stay away, many quiet readings in a row count too.
 */
function hasEnded({ id, status }: Stack, events: readonly StackEvent[], quiet: number): boolean {
  if (status.endsWith('_IN_PROGRESS') || events.length === 0) return false;
  return quiet > 10 || events.some((event) => event.physicalId === id && event.status === status);
}

const progress = (stack: Stack, events: readonly StackEvent[], { stackId, preview }: RunningOperation) => ({
  stackStatus: stack.status,
  ...countResources(events, { stackId, planned: preview.changes.length }),
});

/** Milliseconds: quick while events arrive, slower while nothing happens. */
const pauseAfter = (quiet: number) => Math.min(1_000 + quiet * 500, 5_000);

/**
 * Obeys the signal, once, when the operation can be seen to run. Gives an outcome when that ends our following;
 * undefined when there is still an end to wait for.
 */
function cancelOnce({ stacks }: DeploymentPorts, { preview, stackId, token }: RunningOperation, control: ExecutionControl) {
  let obeyed = false;
  return async (stack: Stack): Promise<Result<DeploymentOutcome> | undefined> => {
    if (obeyed || !control.signal?.aborted || !stack.status.endsWith('_IN_PROGRESS')) return undefined;
    obeyed = true;
    if (control.onCancel !== 'rollBack' || preview.action !== 'update')
      return ok(toOutcome(preview, stack, { events: [], cancelled: true }));
    const cancelled = await stacks.cancelUpdate(stackId, `${token}-cancel`);
    // CloudFormation refuses when the update is past the point of return: then its end is what is left to see.
    return cancelled.ok || cancelled.error.code === 'invalidInput' ? undefined : cancelled;
  };
}
