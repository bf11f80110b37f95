import type { StackOperation } from '../../core/operation/stack-operation';
import type { DeploymentOutcome, StackEvent } from '../../core/plan/deployment-preview';
import { outcomeSummary } from '../../core/plan/summaries';
import type { DeploymentPorts } from '../ports';

interface Ending {
  readonly outcome: DeploymentOutcome;
  readonly events: readonly StackEvent[];
}

/** Notes how an operation ended. A journal that cannot be written now is no reason to keep the end from the user: it will be found again. */
export async function endOperation({ journal, clock }: DeploymentPorts, operation: StackOperation, { outcome, events }: Ending): Promise<void> {
  if (!journal) return;
  const { result, stackStatus, summary, outputs } = outcome;
  await journal.keepEvents(operation.id, events);
  await journal.write({ ...operation, end: { at: new Date(clock.now()).toISOString(), result, stackStatus, summary, outputs } });
}

/** The end of an operation that AWS never got to see, or refused. */
export function notBegun({ target, kind }: Pick<StackOperation, 'target' | 'kind'>, why?: string): DeploymentOutcome {
  const end = { result: 'notBegun', stackStatus: '', failure: null } as const;
  const summary = outcomeSummary({ ...end, target, kind });
  return { ...end, summary: why === undefined ? summary : `${summary} ${why}`, outputs: [] };
}
