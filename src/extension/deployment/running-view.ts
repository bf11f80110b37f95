import type { DeploymentProgress } from '../../core/plan/deployment-preview';
import { isCancellable, operationTitle } from '../../core/operation/operation-words';
import type { RunningView, ShownOperation } from '../../protocol/deployment';

/** A page needs the latest events only; the log of a stack is in AWS. */
const keptEvents = 500;

/** How an operation looks before anything is known of it. */
export const runningView = (connector: string, operation: ShownOperation, planned: number, stackStatus: string | null): RunningView => ({
  phase: 'running',
  connector,
  operation: { kind: operation.kind, target: operation.target },
  stackStatus: stackStatus ?? 'starting',
  done: 0,
  total: planned,
  elapsedMs: 0,
  events: [],
  cancel: onCancel(operation),
  cancelling: false,
  waiting: null,
});

/** CloudFormation takes back only an update. */
export const onCancel = ({ kind }: ShownOperation): RunningView['cancel'] => (isCancellable(kind) ? 'rollBack' : 'leave');

export function nextRunningView(view: RunningView, progress: DeploymentProgress, cancelling: boolean): RunningView {
  const known = new Set(view.events.map(({ id }) => id));
  const fresh = progress.events.filter(({ id }) => !known.has(id));
  return {
    ...view,
    stackStatus: progress.stackStatus,
    done: progress.done,
    total: progress.total,
    elapsedMs: progress.elapsedMs,
    events: [...view.events, ...fresh].slice(-keptEvents),
    cancelling,
    waiting: null,
  };
}

export const percentDone = ({ done, total }: Pick<DeploymentProgress, 'done' | 'total'>): number =>
  total === 0 ? 0 : Math.min(100, (100 * done) / total);

/** What to say when nobody follows it any more. */
export const leftAlone = (operation: ShownOperation): string =>
  `${operationTitle(operation)} in account ${operation.target.accountId}, ${operation.target.region}, is not followed any more and goes on in AWS. ` +
  'It is in the Deployments view, where it can be followed again.';
