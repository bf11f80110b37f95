import type { Process } from '../../clock';
import { deployResources } from './deploy-resources';
import { setStackStatus } from './events';
import { isPresent } from './prepare-deployment';
import { removeResources } from './remove-resources';
import { resolveOutputs } from './resolve-outputs';
import { rollBackUpdate } from './roll-back-update';
import type { Stack, StackResource, StackSnapshot } from './stack';
import { deploymentOf, type StackRun } from './stack-run';

export function* updateStack(run: StackRun, disableRollback: boolean): Process {
  const { stack } = run;
  const outcome = yield* deployResources(run);
  if (outcome.kind === 'superseded') return;
  if (outcome.kind === 'done') return yield* cleanUp(run);
  stack.stopRequest = undefined;
  const reason = outcome.kind === 'cancelled' ? 'User Initiated' : failureText(outcome.created, outcome.updated);
  yield;
  if (disableRollback && outcome.kind === 'failed') return setStackStatus(stack, 'UPDATE_FAILED', reason);
  setStackStatus(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
  yield;
  yield* rollBackUpdate(run, []);
}

export const takeSnapshot = (stack: Stack): StackSnapshot => ({
  deployment: deploymentOf(stack),
  outputs: stack.outputs,
  resources: new Map([...stack.resources].map(([id, resource]) => [id, { ...resource }])),
});

function* cleanUp(run: StackRun): Process {
  const { stack } = run;
  stack.outputs = resolveOutputs(stack);
  setStackStatus(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  yield;
  const gone = noLongerWanted(stack);
  // What will not go is left behind; the update has succeeded all the same.
  yield* removeResources(run, { resources: [...gone, ...replaced(stack)].reverse(), template: stack.before?.deployment.template });
  for (const { logicalId } of gone) stack.resources.delete(logicalId);
  stack.before = undefined;
  setStackStatus(stack, 'UPDATE_COMPLETE');
}

function noLongerWanted(stack: Stack): readonly StackResource[] {
  const deployment = deploymentOf(stack);
  return [...stack.resources.values()].filter(({ logicalId }) => {
    const declaration = deployment.template.resources.get(logicalId);
    return !declaration || !isPresent(deployment, declaration.condition);
  });
}

/** The old resources behind those that were replaced. */
const replaced = ({ before, resources }: Stack): readonly StackResource[] =>
  [...(before?.resources.values() ?? [])].filter(({ logicalId, physicalId }) => {
    const now = resources.get(logicalId);
    return now !== undefined && now.physicalId !== physicalId;
  });

const failureText = (created: readonly string[], updated: readonly string[]): string =>
  [
    created.length > 0 ? `The following resource(s) failed to create: [${created.join(', ')}]. ` : '',
    updated.length > 0 ? `The following resource(s) failed to update: [${updated.join(', ')}]. ` : '',
  ].join('');
