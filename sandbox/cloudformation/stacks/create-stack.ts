import type { Process } from '../../clock';
import { deployResources } from './deploy-resources';
import { setStackStatus } from './events';
import { removeResources } from './remove-resources';
import { resolveOutputs } from './resolve-outputs';
import { deploymentOf, type StackRun } from './stack-run';

/** Makes the resources of a new stack; on failure does what the caller asked for that case. */
export function* createStack(run: StackRun): Process {
  const { stack } = run;
  const outcome = yield* deployResources(run);
  if (outcome.kind === 'superseded') return;
  if (outcome.kind === 'failed') return yield* afterFailure(run, outcome.created);
  stack.outputs = resolveOutputs(stack);
  setStackStatus(stack, 'CREATE_COMPLETE');
}

function* afterFailure(run: StackRun, failed: readonly string[]): Process {
  const { stack } = run;
  const cause = `The following resource(s) failed to create: [${failed.join(', ')}].`;
  yield;
  if (stack.onFailure === 'DO_NOTHING') return setStackStatus(stack, 'CREATE_FAILED', `${cause} `);
  const deletes = stack.onFailure === 'DELETE';
  setStackStatus(
    stack,
    deletes ? 'DELETE_IN_PROGRESS' : 'ROLLBACK_IN_PROGRESS',
    `${cause} ${deletes ? 'Delete' : 'Rollback'} requested by user.`,
  );
  yield;
  const left = yield* removeResources(run, {
    resources: [...stack.resources.values()].reverse(),
    template: deploymentOf(stack).template,
    isRollbackOfCreation: true,
  });
  if (stack.stopRequest === 'delete') return;
  if (left.length > 0) {
    return setStackStatus(stack, deletes ? 'DELETE_FAILED' : 'ROLLBACK_FAILED', `The following resource(s) failed to delete: [${left.join(', ')}]. `);
  }
  if (deletes) stack.deleted = new Date();
  setStackStatus(stack, deletes ? 'DELETE_COMPLETE' : 'ROLLBACK_COMPLETE');
}
