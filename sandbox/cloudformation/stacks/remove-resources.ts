import { dependenciesOf } from '../template/dependencies';
import type { Template } from '../template/template';
import { removeResource } from './act-on-resource';
import { setResourceStatus } from './events';
import type { StackResource } from './stack';
import type { StackRun } from './stack-run';

export interface Removal {
  /** Last made first. */
  readonly resources: readonly StackResource[];
  readonly template: Template | undefined;
  /** A resource made by the very operation that is taken back. */
  readonly isRollbackOfCreation?: boolean;
  /** Logical ids to leave alone whatever their policy says. */
  readonly retain?: readonly string[];
}

/** Removes resources one after the other and answers with those that would not go. */
export function* removeResources(run: StackRun, removal: Removal): Generator<void, readonly string[]> {
  const { stack } = run;
  const failed: string[] = [];
  for (const resource of removal.resources) {
    if (neededBy(removal.template, failed, resource.logicalId)) continue;
    if (isRetained(resource, removal)) {
      setResourceStatus(stack, resource, 'DELETE_SKIPPED');
      yield;
      continue;
    }
    if (resource.physicalId !== undefined) {
      setResourceStatus(stack, resource, 'DELETE_IN_PROGRESS');
      yield;
    }
    const reason = removeResource(run, resource);
    setResourceStatus(stack, resource, reason === undefined ? 'DELETE_COMPLETE' : 'DELETE_FAILED', reason);
    if (reason !== undefined) failed.push(resource.logicalId);
    yield;
  }
  return failed;
}

function isRetained({ deletionPolicy, logicalId, physicalId }: StackResource, { isRollbackOfCreation, retain }: Removal): boolean {
  if (physicalId === undefined) return false;
  if (retain?.includes(logicalId)) return true;
  return deletionPolicy === 'Retain' || (deletionPolicy === 'RetainExceptOnCreate' && !isRollbackOfCreation);
}

/** What a resource that would not go still stands on has to stay too. */
function neededBy(template: Template | undefined, failed: readonly string[], logicalId: string): boolean {
  if (!template || failed.length === 0) return false;
  const dependencies = dependenciesOf(template, () => true);
  return failed.some((id) => dependencies.get(id)?.has(logicalId));
}
