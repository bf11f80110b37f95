import type { Process } from '../../clock';
import { sameJson } from '../../json';
import { updateResource } from './act-on-resource';
import { setResourceStatus, setStackStatus } from './events';
import { removeResources } from './remove-resources';
import type { Stack, StackResource, StackSnapshot } from './stack';
import type { StackRun } from './stack-run';

/**
 * Takes a failed update back: changed resources first, then those it made go.
 * Works out what is left from the snapshot, so it can be gone on with after it failed itself.
 */
export function* rollBackUpdate(run: StackRun, skip: readonly string[]): Process {
  const { stack } = run;
  const { before } = stack;
  if (!before) throw new Error(`Stack ${stack.name} has no state to go back to.`);
  const failed: string[] = [];
  for (const old of [...before.resources.values()].reverse()) {
    const now = stack.resources.get(old.logicalId);
    if (!now || !differs(old, now)) continue;
    if (skip.includes(old.logicalId)) {
      stack.resources.set(old.logicalId, { ...old });
      continue;
    }
    if (yield* goesBack(run, old, now)) continue;
    failed.push(old.logicalId);
  }
  if (failed.length > 0) {
    return setStackStatus(stack, 'UPDATE_ROLLBACK_FAILED', `The following resource(s) failed to update: [${failed.join(', ')}]. `);
  }
  yield* cleanUp(run, before);
}

const differs = (old: StackResource, now: StackResource): boolean =>
  old.physicalId !== now.physicalId || !sameJson(old.properties, now.properties) || now.status === 'UPDATE_FAILED';

/** Brings one resource back to its snapshot. A replaced one still has its old self, which is taken up again. */
function* goesBack(run: StackRun, old: StackResource, now: StackResource): Generator<void, boolean> {
  const { stack } = run;
  setResourceStatus(stack, now, 'UPDATE_IN_PROGRESS');
  yield;
  const reason = old.physicalId === now.physicalId ? updateResource(run, now, old.properties, now.properties) : undefined;
  if (reason !== undefined) {
    setResourceStatus(stack, now, 'UPDATE_FAILED', reason);
    yield;
    return false;
  }
  // The physical resource of a replacement goes in the clean-up; until then its record stands apart.
  if (old.physicalId !== now.physicalId) stack.resources.set(leftoverKey(now), { ...now });
  const restored = { ...old };
  stack.resources.set(old.logicalId, restored);
  setResourceStatus(stack, restored, 'UPDATE_COMPLETE');
  yield;
  return true;
}

function* cleanUp(run: StackRun, before: StackSnapshot): Process {
  const { stack } = run;
  setStackStatus(stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  yield;
  const made = [...stack.resources].filter(([key]) => !before.resources.has(key));
  const template = stack.deployment?.template;
  yield* removeResources(run, { resources: made.map(([, resource]) => resource).reverse(), template, isRollbackOfCreation: true });
  for (const [key] of made) stack.resources.delete(key);
  restore(stack, before);
  setStackStatus(stack, 'UPDATE_ROLLBACK_COMPLETE');
}

function restore(stack: Stack, before: StackSnapshot): void {
  stack.deployment = before.deployment;
  stack.outputs = before.outputs;
  stack.before = undefined;
}

const leftoverKey = ({ logicalId }: StackResource): string => `${logicalId} (replacement)`;
