import type { ProposedChanges } from './make-change-set';
import type { ChangeSetSummary, DeploymentPorts } from '../ports';

/** Milliseconds after which nobody looks at a preview any more: a younger one may be open in another window. */
const forgotten = 24 * 60 * 60 * 1000;

/**
 * Deletes change sets of ours that a crash or a lost connection left on the stack: those that failed, and old ones. Gives
 * their number. One that cannot be deleted does no harm: carrying another out deletes it.
 */
export async function removeLeftovers({ stacks, clock }: DeploymentPorts, { stackId, changeSetId }: ProposedChanges): Promise<number> {
  if (stackId === '') return 0;
  const all = await stacks.listChangeSets(stackId);
  if (!all.ok) return 0;
  const left = all.value.filter((changeSet) => changeSet.id !== changeSetId && isLeft(changeSet, clock.now()));
  const deleted = await Promise.all(left.map(({ id }) => stacks.deleteChangeSet({ stack: stackId, changeSet: id })));
  return deleted.filter(({ ok }) => ok).length;
}

function isLeft({ name, status, executionStatus, createdAt }: ChangeSetSummary, now: number): boolean {
  // Those that were carried out are CloudFormation's own record.
  if (!name.startsWith('defender-connectors-') || executionStatus?.startsWith('EXECUTE_')) return false;
  return status === 'FAILED' || (createdAt !== null && now - Date.parse(createdAt) > forgotten);
}
