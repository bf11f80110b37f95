import { err, ok, type Result } from '../../core/model/result';
import type { StackOperation } from '../../core/operation/stack-operation';
import { isCancellable } from '../../core/operation/operation-words';
import { endOf } from '../../core/operation/end-of';
import type { DeploymentOutcome, DeploymentProgress, StackEvent } from '../../core/plan/deployment-preview';
import { countResources } from '../../core/plan/progress';
import { toOutcome } from '../../core/plan/to-outcome';
import type { ExecutionControl } from '../control';
import { endOperation } from './end-operation';
import { patiently } from '../patiently';
import type { DeploymentPorts, Stack } from '../ports';

/** Follows an operation to its end, or until the signal says to let it go. */
export async function followOperation(
  ports: DeploymentPorts,
  operation: StackOperation,
  control: ExecutionControl,
): Promise<Result<DeploymentOutcome>> {
  const course: Course = { events: [], quiet: 0 };
  const cancel = cancelOnce(ports, operation, control);
  while (!control.lost?.aborted) {
    const signal = isCancelled(control) ? undefined : control.signal;
    const stack = await observe(ports, operation, course, signal);
    if (!stack.ok && signal?.aborted) continue; // it was the reading that the signal cut off
    if (!stack.ok) return stack;
    control.report?.(progress(stack.value, course, { operation, now: ports.clock.now() }));
    if (hasEnded(stack.value, course)) return conclude(ports, operation, { stack: stack.value, course, cancelled: isCancelled(control) });
    const left = isCancelled(control) ? await cancel(stack.value, course) : undefined;
    if (left) return left;
    await ports.clock.sleep(pauseAfter(course.quiet), signal);
  }
  return err({ code: 'conflict', message: 'Another window or program follows this operation now.', action: 'Look there.' });
}

/** What has been seen of an operation so far. */
interface Course {
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
  { stackId, after }: StackOperation,
  course: Course,
  signal?: AbortSignal,
): Promise<Result<Stack>> {
  const patience = { clock, signal };
  const stack = await patiently(() => readExisting(stacks, stackId, signal), patience);
  if (!stack.ok) return stack;
  const last = course.events.at(-1)?.id ?? after;
  const fresh = await patiently(() => stacks.eventsSince(stackId, last, signal), patience);
  if (!fresh.ok) return fresh;
  // Of an operation that ended while nobody looked there are later events, which are not its own.
  const end = endOf([...course.events, ...fresh.value], stackId);
  course.fresh = end ? fresh.value.slice(0, end.events.length - course.events.length) : fresh.value;
  course.events.push(...course.fresh);
  course.quiet = course.fresh.length > 0 ? 0 : course.quiet + 1;
  return stack;
}

async function readExisting(stacks: DeploymentPorts['stacks'], stackId: string, signal?: AbortSignal): Promise<Result<Stack>> {
  const stack = await stacks.read(stackId, signal);
  if (!stack.ok || stack.value) return stack as Result<Stack>;
  return { ok: false, error: { code: 'notFound', message: `Stack ${stackId} is gone.`, action: 'Make a new preview.' } };
}

/**
 * A status can be read before the operation has set it, and long after it: an end counts once the stack's own event
 * says so. Should that event stay away, many quiet readings of an end count too.
 */
const hasEnded = ({ id, status }: Stack, { events, quiet }: Course): boolean =>
  endOf(events, id) !== undefined || (quiet > 10 && events.length > 0 && !status.endsWith('_IN_PROGRESS'));

interface Ended {
  readonly stack: Stack;
  readonly course: Course;
  readonly cancelled: boolean;
}

async function conclude(ports: DeploymentPorts, operation: StackOperation, { stack, course, cancelled }: Ended): Promise<Result<DeploymentOutcome>> {
  const end = endOf(course.events, stack.id) ?? { status: stack.status, events: course.events };
  // The status was read before the events: what the stack gives out may not have been there yet.
  const again = end.status === stack.status ? undefined : await ports.stacks.read(stack.id);
  const now = again?.ok && again.value ? again.value : stack;
  const outputs = now.status === end.status ? now.outputs : [];
  const outcome = toOutcome(operation, { status: end.status, outputs }, { events: end.events, cancelled });
  await endOperation(ports, operation, { outcome, events: end.events });
  return ok(outcome);
}

const progress = (
  stack: Stack,
  { events, fresh = [] }: Course,
  { operation, now }: { readonly operation: StackOperation; readonly now: number },
): DeploymentProgress => ({
  stackStatus: stack.status,
  ...countResources(events, { stackId: operation.stackId, planned: operation.planned }),
  elapsedMs: Math.max(0, now - Date.parse(operation.begunAt)),
  events: fresh,
});

/** Milliseconds between two looks, when nothing has happened for a while. */
export const longestPause = 5_000;

/** Milliseconds: quick while events arrive, slower while nothing happens. */
const pauseAfter = (quiet: number) => Math.min(1_000 + quiet * 500, longestPause);

/**
 * Obeys the signal, once, when the operation can be seen to run. Gives an outcome when that ends our following;
 * undefined when there is still an end to wait for.
 */
function cancelOnce({ stacks }: DeploymentPorts, operation: StackOperation, control: ExecutionControl) {
  const { stackId, token, kind } = operation;
  let obeyed = false;
  return async (stack: Stack, { events }: Course): Promise<Result<DeploymentOutcome> | undefined> => {
    if (obeyed || events.length === 0 || !stack.status.endsWith('_IN_PROGRESS')) return undefined;
    obeyed = true;
    if (control.onCancel !== 'rollBack' || !isCancellable(kind))
      return ok(toOutcome(operation, stack, { events: [], cancelled: true }));
    const cancelled = await stacks.cancelUpdate(stackId, `${token}-cancel`);
    // CloudFormation refuses when the update is past the point of return: then its end is what is left to see.
    return cancelled.ok || cancelled.error.code === 'invalidInput' ? undefined : cancelled;
  };
}
