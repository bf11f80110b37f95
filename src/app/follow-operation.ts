import { ok, type Result } from '../core/model/result';
import type { DeploymentOutcome, DeploymentPreview, DeploymentProgress, StackEvent } from '../core/plan/deployment-preview';
import { countResources } from '../core/plan/progress';
import { toOutcome } from '../core/plan/to-outcome';
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
  const course: Course = { begun: ports.clock.now(), events: [], quiet: 0 };
  const cancel = cancelOnce(ports, operation, control);
  for (;;) {
    const signal = control.signal?.aborted ? undefined : control.signal;
    const stack = await observe(ports, operation, course, signal);
    if (!stack.ok && signal?.aborted) continue;
    if (!stack.ok) return stack;
    control.report?.(progress(stack.value, course, { operation, now: ports.clock.now() }));
    const cancelled = isCancelled(control);
    if (hasEnded(stack.value, course)) return ok(toOutcome(operation.preview, stack.value, { events: course.events, cancelled }));
    const left = cancelled ? await cancel(stack.value, course) : undefined;
    if (left) return left;
    await ports.clock.sleep(pauseAfter(course.quiet), signal);
  }
}

/** What has been seen of an operation so far. */
interface Course {
  readonly begun: number;
  readonly events: StackEvent[];
  /** Those of the last look. */
  fresh?: readonly StackEvent[];
  /** Looks in a row without an event. */
  quiet: number;
}

const isCancelled = ({ signal }: ExecutionControl) => signal?.aborted ?? false;

/** Status first, events after it: the other order would lose the last events. */
async function observe(
  { stacks, clock }: DeploymentPorts,
  { stackId, after }: RunningOperation,
  course: Course,
  signal?: AbortSignal,
): Promise<Result<Stack>> {
  const patience = { clock, signal };
  const stack = await patiently(() => readExisting(stacks, stackId, signal), patience);
  if (!stack.ok) return stack;
  const last = course.events.at(-1)?.id ?? after;
  const fresh = await patiently(() => stacks.eventsSince(stackId, last, signal), patience);
  if (!fresh.ok) return fresh;
  course.events.push(...fresh.value);
  course.fresh = fresh.value;
  course.quiet = fresh.value.length > 0 ? 0 : course.quiet + 1;
  return stack;
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
function hasEnded({ id, status }: Stack, { events, quiet }: Course): boolean {
  if (status.endsWith('_IN_PROGRESS') || events.length === 0) return false;
  return quiet > 10 || events.some((event) => event.physicalId === id && event.status === status);
}

const progress = (
  stack: Stack,
  { events, fresh = [], begun }: Course,
  { operation, now }: { readonly operation: RunningOperation; readonly now: number },
): DeploymentProgress => ({
  stackStatus: stack.status,
  ...countResources(events, { stackId: operation.stackId, planned: operation.preview.changes.length }),
  elapsedMs: now - begun,
  events: fresh,
});

/** Milliseconds: quick while events arrive, slower while nothing happens. */
const pauseAfter = (quiet: number) => Math.min(1_000 + quiet * 500, 5_000);

/**
 * Obeys the signal, once, when the operation can be seen to run. Gives an outcome when that ends our following;
 * undefined when there is still an end to wait for.
 */
function cancelOnce({ stacks }: DeploymentPorts, { preview, stackId, token }: RunningOperation, control: ExecutionControl) {
  let obeyed = false;
  return async (stack: Stack, { events }: Course): Promise<Result<DeploymentOutcome> | undefined> => {
    if (obeyed || events.length === 0 || !stack.status.endsWith('_IN_PROGRESS')) return undefined;
    obeyed = true;
    if (control.onCancel !== 'rollBack' || preview.action !== 'update')
      return ok(toOutcome(preview, stack, { events: [], cancelled: true }));
    const cancelled = await stacks.cancelUpdate(stackId, `${token}-cancel`);
    // CloudFormation refuses when the update is past the point of return: then its end is what is left to see.
    return cancelled.ok || cancelled.error.code === 'invalidInput' ? undefined : cancelled;
  };
}
