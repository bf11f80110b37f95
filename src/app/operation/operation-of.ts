import type { StackOperation } from '../../core/operation/stack-operation';
import type { DeploymentPreview } from '../../core/plan/deployment-preview';
import type { DeploymentPorts } from '../ports';
import { tokenOf } from '../preview/remove-change-set';

/** An operation that nobody has sent yet. */
export type PlannedOperation = Omit<StackOperation, 'after' | 'end' | 'begunAt'>;

/** What carrying a preview out is; null when there is nothing to carry out. Always the same for the same change set. */
export function operationOf(
  { target, action, rollsBack, stackId, changeSetId, changes, audiencesToAdd }: DeploymentPreview,
  connectorFile: string | null,
): PlannedOperation | null {
  if (stackId === null || changeSetId === null || action === 'none') return null;
  const token = tokenOf(changeSetId);
  const audiences = audiencesToAdd.length > 0 ? { audiences: audiencesToAdd } : {};
  return { id: token, kind: rollsBack && action === 'update' ? 'rollBack' : action, target, connectorFile, stackId, changeSetId, ...audiences, token, planned: changes.length };
}

/** As the journal keeps it from the moment before it is sent. */
export const beginning = (planned: PlannedOperation, after: string | null, { clock }: Pick<DeploymentPorts, 'clock'>): StackOperation => ({
  ...planned,
  after,
  begunAt: new Date(clock.now()).toISOString(),
  end: null,
});
