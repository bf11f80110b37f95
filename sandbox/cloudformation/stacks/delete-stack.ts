import type { Process } from '../../clock';
import { setStackStatus } from './events';
import { removeResources } from './remove-resources';
import type { StackRun } from './stack-run';

/** Takes a stack down, last made first. */
export function* deleteStack(run: StackRun, retain: readonly string[]): Process {
  const { stack } = run;
  // An operation that was under way sees the request at its own next step and ends.
  yield;
  stack.stopRequest = undefined;
  const standing = [...stack.resources.values()].filter(({ status }) => !/^DELETE_(COMPLETE|SKIPPED)$/.test(status));
  const left = yield* removeResources(run, { resources: standing.reverse(), template: stack.deployment?.template, retain });
  if (left.length > 0) {
    return setStackStatus(stack, 'DELETE_FAILED', `The following resource(s) failed to delete: [${left.join(', ')}]. `);
  }
  stack.deleted = new Date();
  setStackStatus(stack, 'DELETE_COMPLETE');
}
