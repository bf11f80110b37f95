import type { DeletionPlan } from '../../core/plan/deletion-plan';
import type { StuckRollback } from '../../core/plan/stuck-rollback';
import type { PlannedOperation } from '../operation/operation-of';

/** What carrying a reviewed deletion out is. */
export const deletionOf = (plan: DeletionPlan, connectorFile: string | null): PlannedOperation => ({
  id: plan.id,
  kind: 'delete',
  target: plan.target,
  connectorFile,
  stackId: plan.stackId,
  changeSetId: null,
  leftAlone: plan.stackStatus === 'DELETE_FAILED' ? retainedIn(plan) : [],
  token: plan.id,
  planned: plan.resources.filter(({ fate }) => fate === 'deleted').length,
});

export const retainedIn = ({ resources }: DeletionPlan): readonly string[] =>
  resources.filter(({ fate }) => fate === 'retained').map(({ logicalId }) => logicalId);

/** What going on with a stuck rollback is. */
export const continuationOf = ({ id, target, stackId, stuck }: StuckRollback, skip: readonly string[], connectorFile: string | null): PlannedOperation => ({
  id,
  kind: 'continueRollback',
  target,
  connectorFile,
  stackId,
  changeSetId: null,
  leftAlone: skip,
  token: id,
  planned: Math.max(0, stuck.length - skip.length),
});
