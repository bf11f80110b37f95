import type { OperationKind, StackOperation } from '../operation/stack-operation';
import type { DeploymentOutcome, StackEvent } from './deployment-preview';
import { firstCause } from './first-cause';
import { outcomeSummary } from './summaries';

interface StackEnd {
  readonly status: string;
  readonly outputs: DeploymentOutcome['outputs'];
}

interface Course {
  /** Of this operation, oldest first. */
  readonly events: readonly StackEvent[];
  /** The user asked to stop. */
  readonly cancelled: boolean;
}

/** How an operation ended, from the stack's status and the operation's events. */
export function toOutcome(
  { kind, target }: Pick<StackOperation, 'kind' | 'target'>,
  { status, outputs }: StackEnd,
  { events, cancelled }: Course,
): DeploymentOutcome {
  const result = succeeded[kind].test(status) ? 'succeeded' : cancelled && !failed.test(status) ? 'cancelled' : 'failed';
  const failure = result === 'failed' ? firstCause(events) : null;
  const end = { result, stackStatus: status, failure } as const;
  const summary = outcomeSummary({ ...end, target, kind });
  return { ...end, summary, outputs: result === 'succeeded' && kind !== 'delete' ? outputs : [] };
}

const deployed = /^(CREATE|UPDATE)_COMPLETE$/;

const succeeded: Readonly<Record<OperationKind, RegExp>> = {
  create: deployed,
  update: deployed,
  import: /^IMPORT_COMPLETE$/,
  rollBack: deployed,
  delete: /^DELETE_COMPLETE$/,
  continueRollback: /^UPDATE_ROLLBACK_COMPLETE$/,
};

/** Ends that a cancellation does not explain. */
const failed = /_FAILED$|^ROLLBACK_COMPLETE$/;
