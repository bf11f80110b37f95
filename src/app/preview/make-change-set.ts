import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import type { ChangeSet, ChangeSetChange } from '../../core/plan/change-set';
import { isNoChange } from '../../core/plan/is-no-change';
import { patiently } from '../patiently';
import { removeChangeSet } from './remove-change-set';
import type { ChangeSetRequest, DeploymentPorts } from '../ports';

export interface ProposedChanges {
  readonly stackId: string;
  /** Null when there is nothing to change; then nothing is left in AWS either. */
  readonly changeSetId: string | null;
  readonly changes: readonly ChangeSetChange[];
}

/** Makes a change set and waits until it is ready. Whenever that does not end well, it takes it back. */
export async function makeChangeSet(
  ports: DeploymentPorts,
  request: ChangeSetRequest,
  { signal, newStack }: { readonly signal?: AbortSignal | undefined; readonly newStack: boolean },
): Promise<Result<ProposedChanges>> {
  const made = await create(ports, request, signal);
  if (!made.ok) return made;
  const { id: changeSetId, stackId } = made.value;
  const ready = await waitUntilReady(ports, { stack: stackId, changeSet: changeSetId }, signal);
  if (ready.ok && ready.value.status === 'CREATE_COMPLETE') return ok({ stackId, changeSetId, changes: ready.value.changes });

  const removed = await removeChangeSet(ports, { stackId, changeSetId, newStack });
  if (!ready.ok) return ready;
  if (!isNoChange(ready.value.reason)) return err(refused(request.stack, ready.value));
  return removed.ok ? ok({ stackId, changeSetId: null, changes: [] }) : removed;
}

async function create(ports: DeploymentPorts, request: ChangeSetRequest, signal?: AbortSignal) {
  // Not given the signal: a request that is cut off could leave a change set behind that nobody knows of.
  const cancelled = isCancelled(signal);
  if (cancelled) return cancelled;
  const made = await ports.stacks.createChangeSet(request);
  if (made.ok || made.error.code !== 'network') return made;
  const found = await ports.stacks.readChangeSet({ stack: request.stack, changeSet: request.name });
  return found.ok && found.value ? ok({ id: found.value.id, stackId: found.value.stackId }) : made;
}

async function waitUntilReady(
  ports: DeploymentPorts,
  key: { readonly stack: string; readonly changeSet: string },
  signal?: AbortSignal,
): Promise<Result<ChangeSet>> {
  for (let pause = 300; ; pause = Math.min(pause * 1.5, 5_000)) {
    const cancelled = isCancelled(signal);
    if (cancelled) return cancelled;
    const read = await patiently(() => ports.stacks.readChangeSet(key, signal), { clock: ports.clock, signal });
    if (!read.ok) return read;
    if (!read.value) return err(gone);
    if (!/_(PENDING|IN_PROGRESS)$/.test(read.value.status)) return ok(read.value);
    await ports.clock.sleep(pause, signal);
  }
}

const isCancelled = (signal?: AbortSignal) =>
  signal?.aborted ? err<Problem>({ code: 'cancelled', message: 'The preview was cancelled; nothing was changed.' }) : undefined;

const gone: Problem = {
  code: 'conflict',
  message: 'The change set was deleted by somebody else while it was being made.',
  action: 'Make a new preview.',
};

const refused = (stack: string, { reason, status }: ChangeSet): Problem => ({
  code: 'service',
  message: `CloudFormation could not work out the changes to stack ${stack}: ${reason ?? status}`,
  action: 'Correct what it names in the connector file or the template, then try again.',
  ...(reason ? { detail: reason } : {}),
});
