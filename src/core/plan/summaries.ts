import type { OperationKind } from '../operation/stack-operation';
import type { DeploymentOutcome, DeploymentPreview, DeploymentTarget, FirstFailure, ResourceChange } from './deployment-preview';

export const placeOf = ({ stack, accountId, region }: Pick<DeploymentTarget, 'stack' | 'accountId' | 'region'>): string =>
  `stack ${stack} in account ${accountId} (${region})`;

/** One sentence on what a preview would do. */
export function previewSummary({ action, target, changes, audiencesToAdd }: DeploymentPreview): string {
  if (action === 'none' && audiencesToAdd.length > 0) return `Leaves ${placeOf(target)} as it is; gives ${audiencesToAdd.map(({ url }) => url).join(', ')} the audiences that it lacks.`;
  if (action === 'none') return `Nothing to do: ${placeOf(target)} is what the template says.`;
  const verb = { create: 'Creates', update: 'Updates', import: 'Imports into' }[action];
  return `${verb} ${placeOf(target)}: ${countChanges(changes)}.`;
}

export interface End {
  readonly target: DeploymentTarget;
  readonly kind: OperationKind;
  readonly result: DeploymentOutcome['result'];
  readonly stackStatus: string;
  readonly failure: FirstFailure | null;
}

/** One sentence on how an operation ended. */
export function outcomeSummary({ target, kind, result, stackStatus, failure }: End): string {
  const place = placeOf(target);
  switch (result) {
    case 'unchanged':
      return `Nothing to do: ${place} is what the template says.`;
    case 'notBegun':
      return `Not begun: ${place} was not changed.`;
    case 'succeeded':
      return `${words[kind].done} ${place}.`;
    case 'cancelled':
      return cancelSummary(place, kind, stackStatus);
    case 'failed': {
      const cause = failure ? `: ${failure.logicalId}: ${failure.reason}` : ` (${stackStatus})`;
      return `Could not ${words[kind].verb} ${place}${cause}`.replace(/([^.!?])$/, '$1.');
    }
  }
}

function cancelSummary(place: string, kind: OperationKind, status: string): string {
  if (status === 'UPDATE_ROLLBACK_COMPLETE') return `Cancelled: ${place} is back to what it was.`;
  const going = `No longer followed, but not stopped: AWS goes on to ${words[kind].verb} ${place}, now ${status}.`;
  return kind === 'create' ? `${going} To undo it, delete the stack when it has ended.` : going;
}

const words: Readonly<Record<OperationKind, { readonly verb: string; readonly done: string }>> = {
  create: { verb: 'create', done: 'Created' },
  update: { verb: 'update', done: 'Updated' },
  import: { verb: 'import into', done: 'Imported, as it was, into' },
  delete: { verb: 'delete', done: 'Deleted' },
  rollBack: { verb: 'roll back', done: 'Rolled back' },
  continueRollback: { verb: 'continue the rollback of', done: 'Rolled back' },
};

function countChanges(changes: readonly ResourceChange[]): string {
  const count = (words: string, test: (change: ResourceChange) => boolean) => {
    const number = changes.filter(test).length;
    return number > 0 ? [`${number} ${words}`] : [];
  };
  const replaced = ({ action, replacement }: ResourceChange) => action === 'modify' && replacement === 'always';
  const parts = [
    ...count('to add', ({ action }) => action === 'add'),
    ...count('to change', (change) => change.action === 'modify' && !replaced(change)),
    ...count('to replace', replaced),
    ...count('to remove', ({ action }) => action === 'remove'),
    ...count('to import', ({ action }) => action === 'import'),
    ...count('known only while it runs', ({ action }) => action === 'dynamic'),
  ];
  return parts.join(', ') || 'no resource changes';
}
