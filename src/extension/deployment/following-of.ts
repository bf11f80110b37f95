import type { PlannedOperation } from '../../app/operation/operation-of';
import { durationWords } from '../../core/operation/operation-words';
import type { DeploymentView, RunningView } from '../../protocol/deployment';
import type { ReportProgress } from '../platform/progress-in-context';
import type { Following } from './deployment-chunk';
import { nextRunningView, onCancel, percentDone } from './running-view';
import type { SessionHost } from './session-host';

export interface Watch {
  readonly signal: AbortSignal;
  readonly view: () => DeploymentView | undefined;
  readonly show: (view: RunningView) => void;
  readonly tell: ReportProgress;
}

/** Lets the page, the notification and the Deployments view see how an operation goes, and asks when its credentials expire. */
export async function followingOf(host: SessionHost, operation: PlannedOperation, { signal, view, show, tell }: Watch): Promise<Following> {
  const { deployments, connectorUri } = host;
  let before = 0;
  const wait = (waiting: string) => {
    const shown = view();
    if (shown?.phase === 'running') show({ ...shown, waiting });
    tell(waiting);
  };
  return {
    journal: await deployments.journal(),
    renew: (problem, credentials) => {
      wait(`${problem.message} AWS goes on meanwhile; answer the notification to follow it.`);
      return host.renew(problem, credentials, operation);
    },
    control: {
      signal,
      connectorFile: connectorUri.toString(),
      onCancel: onCancel(operation),
      onOutage: ({ message }, pause) => wait(`${message} Trying again in ${durationWords(pause)}; AWS goes on meanwhile.`),
      report: (progress) => {
        const shown = view();
        const next = shown?.phase === 'running' ? nextRunningView(shown, progress, signal.aborted) : undefined;
        if (next) show(next);
        deployments.progress(operation, { ...progress, events: next?.events ?? progress.events });
        const now = percentDone(progress);
        const words = `${progress.done} of ${progress.total} resources, ${progress.stackStatus}, ${durationWords(progress.elapsedMs)}`;
        tell(words, Math.max(0, now - before));
        before = Math.max(before, now);
      },
    },
  };
}
