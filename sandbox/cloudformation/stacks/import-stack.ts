import type { Process } from '../../clock';
import { deployResources } from './deploy-resources';
import { setStackStatus } from './events';
import type { Deployment } from './stack';
import type { StackRun } from './stack-run';

/** Takes resources over. Whatever fails, they stay in the account; the stack forgets them again (User Guide, "Resource import status codes"). */
export function* importStack(run: StackRun, before: Deployment | undefined): Process {
  const { stack } = run;
  const outcome = yield* deployResources(run);
  stack.before = undefined;
  if (outcome.kind === 'done') return setStackStatus(stack, 'IMPORT_COMPLETE');
  yield;
  setStackStatus(stack, 'IMPORT_ROLLBACK_IN_PROGRESS', `The following resource(s) failed to import: [${[...stack.imports.keys()].join(', ')}]. `);
  yield;
  for (const logicalId of stack.imports.keys()) stack.resources.delete(logicalId);
  stack.deployment = before;
  setStackStatus(stack, 'IMPORT_ROLLBACK_COMPLETE');
}
