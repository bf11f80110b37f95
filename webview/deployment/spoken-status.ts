import type { DeploymentPreview } from '../../src/core/plan/deployment-preview';
import type { PageState } from './state';

/** What a screen reader is told when the page changes; progress only when a resource was finished. */
export function spokenStatus({ view, asked, copied }: PageState): string {
  if (!view) return '';
  if (copied) return 'Outputs copied.';
  if (asked === 'deploy' || asked === 'discard') return 'Waiting for your answer in the dialog.';
  switch (view.phase) {
    case 'preparing':
      return view.step;
    case 'preview':
      return spokenPreview(view.preview);
    case 'running':
      return `${view.done} of ${view.total} resources done.`;
    case 'done':
      return view.outcome.summary;
    case 'refused':
      return view.problem.message;
    case 'stale':
      return view.reason;
  }
}

function spokenPreview({ action, changes, audiencesToAdd }: DeploymentPreview): string {
  if (action !== 'none') return `Preview ready: ${changes.length} resources change.`;
  return audiencesToAdd.length > 0 ? 'Preview ready: only audiences are to be added.' : 'No changes. The stack is up to date.';
}
