import { explainError } from '../diagnose/explain-error';
import type { FirstFailure, StackEvent } from './deployment-preview';

/**
 * Why an operation failed: its earliest failure, and not the cancellations and rollbacks that follow from it.
 * Takes the events of one operation, oldest first.
 */
export function firstCause(events: readonly StackEvent[]): FirstFailure | null {
  const failures = events.filter(({ status, reason }) => status.endsWith('_FAILED') && reason && !isCancellation(reason));
  const cause = failures.find(({ type }) => type !== 'AWS::CloudFormation::Stack') ?? failures[0];
  if (!cause) return null;
  const reason = cause.reason ?? '';
  return { logicalId: cause.logicalId, type: cause.type, reason, explanation: explainError(reason) };
}

const isCancellation = (reason: string) => /^Resource (creation|update|deletion) cancelled/i.test(reason);
