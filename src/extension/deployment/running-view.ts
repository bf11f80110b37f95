import type { DeploymentPreview, DeploymentProgress } from '../../core/plan/deployment-preview';
import type { RunningView } from '../../protocol/deployment';

/** A page needs the latest events only; the log of a stack is in AWS. */
const keptEvents = 500;

export const runningView = (connector: string, preview: DeploymentPreview): RunningView => ({
  phase: 'running',
  connector,
  preview,
  stackStatus: preview.stackStatus ?? 'starting',
  done: 0,
  total: preview.changes.length,
  elapsedMs: 0,
  events: [],
  cancel: preview.action === 'update' ? 'rollBack' : 'leave',
  cancelling: false,
});

export const nextRunningView = (view: RunningView, progress: DeploymentProgress, cancelling: boolean): RunningView => ({
  ...view,
  stackStatus: progress.stackStatus,
  done: progress.done,
  total: progress.total,
  elapsedMs: progress.elapsedMs,
  events: [...view.events, ...progress.events].slice(-keptEvents),
  cancelling,
});

export const percentDone = ({ done, total }: Pick<DeploymentProgress, 'done' | 'total'>): number =>
  total === 0 ? 0 : Math.min(100, (100 * done) / total);

/** What to say when we stopped following, or the update was cancelled before it was seen to end. */
export function leftAlone({ action, target }: DeploymentPreview): string {
  const stack = `stack ${target.stack} in account ${target.accountId}, ${target.region}`;
  const what = action === 'create' ? `We stopped following. AWS goes on creating ${stack}.` : `The update of ${stack} was cancelled.`;
  return `${what} Preview again to see where it stands.`;
}
