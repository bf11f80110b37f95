import { ok, type Result } from '../../core/model/result';
import type { DeploymentPorts } from '../ports';

export interface LeftBehind {
  readonly stackId: string;
  readonly changeSetId: string;
  /** The change set made the stack, which then is empty and in review. */
  readonly newStack: boolean;
}

/** Deletes a change set, and the empty stack it made unless somebody else has put a change set of theirs there. */
export async function removeChangeSet({ stacks }: DeploymentPorts, left: LeftBehind): Promise<Result<void>> {
  const { stackId, changeSetId } = left;
  const deleted = await stacks.deleteChangeSet({ stack: stackId, changeSet: changeSetId });
  if (!deleted.ok || !left.newStack) return deleted;
  const stack = await stacks.read(stackId);
  if (!stack.ok) return stack;
  if (stack.value?.status !== 'REVIEW_IN_PROGRESS') return ok(undefined);
  const others = await stacks.listChangeSets(stackId);
  if (!others.ok) return others;
  if (others.value.some(({ id }) => id !== changeSetId)) return ok(undefined);
  return stacks.delete(stackId, tokenOf(changeSetId));
}

/**
 * One token per change set: whoever carries it out a second time, in another process too, finds what the first
 * time began.
 */
export const tokenOf = (changeSetId: string): string =>
  `defender-connectors-${changeSetId.slice(changeSetId.lastIndexOf('/') + 1).replace(/[^A-Za-z0-9-]/g, '')}`;
