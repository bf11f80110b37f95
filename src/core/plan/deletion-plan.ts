import type { Problem } from '../model/problem';
import type { DeploymentTarget } from './deployment-preview';

/** What deleting a stack would do, made before anything is deleted. */
export interface DeletionPlan {
  /** One for each time it is made: what is carried out is what was shown. */
  readonly id: string;
  readonly target: DeploymentTarget;
  readonly stackId: string;
  readonly stackStatus: string;
  readonly resources: readonly PlannedDeletion[];
  /** Plain sentences: what stops working, what stays behind. */
  readonly notes: readonly string[];
  /** Why nothing may be deleted now; null when it may. */
  readonly obstacle: Problem | null;
}

export interface PlannedDeletion {
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly type: string;
  readonly fate: 'deleted' | 'retained' | 'gone';
  /** One sentence where it is not plain. */
  readonly why: string | null;
}

/** The word with which a deletion is confirmed: its stack's name, typed. */
export const confirmsDeletion = ({ target }: DeletionPlan, typed: string): boolean => typed === target.stack;
