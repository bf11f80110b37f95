import { ok, type Result } from '../../core/model/result';
import type { StackEvent } from '../../core/plan/deployment-preview';
import type { PlannedOperation } from './operation-of';
import { patiently } from '../patiently';
import type { DeploymentPorts, StacksPort } from '../ports';

/** The last event before the operation (null for none), or undefined when AWS shows no trace of it. */
export type Begun = { readonly after: string | null } | undefined;

/** Looks for an operation's own token among the events. */
export function begunAmong(events: readonly StackEvent[], token: string): Begun {
  const first = events.findIndex((event) => event.token === token);
  return first < 0 ? undefined : { after: events[first - 1]?.id ?? null };
}

/** After an unclear answer, or in another process: did the operation begin? */
export async function findBegun({ stacks, clock }: DeploymentPorts, operation: PlannedOperation): Promise<Result<Begun>> {
  const events = await patiently(() => stacks.eventsSince(operation.stackId, null), { clock });
  if (!events.ok) return events;
  const begun = begunAmong(events.value, operation.token);
  if (begun) return ok(begun);
  const running = await isRunning(stacks, operation);
  if (!running.ok) return running;
  return ok(running.value ? { after: events.value.at(-1)?.id ?? null } : undefined);
}

/** AWS can know of an operation before its events do. */
async function isRunning(stacks: StacksPort, { stackId, changeSetId, kind }: PlannedOperation): Promise<Result<boolean>> {
  if (changeSetId === null) {
    const stack = await stacks.read(stackId);
    const running = kind === 'delete' ? /^DELETE_/ : /^UPDATE_ROLLBACK_(IN_PROGRESS|COMPLETE)/;
    return stack.ok ? ok(running.test(stack.value?.status ?? '')) : stack;
  }
  const changeSet = await stacks.readChangeSet({ stack: stackId, changeSet: changeSetId });
  return changeSet.ok ? ok(/^EXECUTE_(IN_PROGRESS|COMPLETE)$/.test(changeSet.value?.executionStatus ?? '')) : changeSet;
}
