import type { DeploymentPreview, DeploymentTarget, FirstFailure, ResourceChange } from './deployment-preview';

export const placeOf = ({ stack, accountId, region }: Pick<DeploymentTarget, 'stack' | 'accountId' | 'region'>): string =>
  `stack ${stack} in account ${accountId} (${region})`;

/** One sentence on what a preview would do. */
export function previewSummary({ action, target, changes }: DeploymentPreview): string {
  if (action === 'none') return `Nothing to do: ${placeOf(target)} is what the template says.`;
  return `${action === 'create' ? 'Creates' : 'Updates'} ${placeOf(target)}: ${countChanges(changes)}.`;
}

export interface End {
  readonly target: DeploymentTarget;
  readonly action: DeploymentPreview['action'];
  readonly result: 'succeeded' | 'unchanged' | 'failed' | 'cancelled';
  readonly stackStatus: string;
  readonly failure: FirstFailure | null;
}

/** One sentence on how an operation ended. */
export function outcomeSummary({ target, action, result, stackStatus, failure }: End): string {
  const place = placeOf(target);
  if (result === 'unchanged') return `Nothing to do: ${place} is what the template says.`;
  if (result === 'succeeded') return `${action === 'create' ? 'Created' : 'Updated'} ${place}.`;
  if (result === 'cancelled') return cancelSummary(place, action, stackStatus);
  const cause = failure ? `: ${failure.logicalId}: ${failure.reason}` : ` (${stackStatus})`;
  return `Could not ${action} ${place}${cause}`.replace(/([^.!?])$/, '$1.');
}

function cancelSummary(place: string, action: End['action'], status: string): string {
  if (status === 'UPDATE_ROLLBACK_COMPLETE') return `Cancelled: ${place} is back to what it was.`;
  const going = `No longer followed, but not stopped: AWS goes on to ${action} ${place}, now ${status}.`;
  return action === 'create' ? `${going} To undo it, delete the stack when it has ended.` : going;
}

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
