import type { Problem } from '../../core/model/problem';
import { problemTable, unknownFailure, type Context } from './problem-table';
import { withoutTokens } from './without-tokens';

/** A failed call in one sentence and what to do about it. Nothing of it is a secret. */
export function armProblem(context: Context): Problem {
  const { code, message, action } = (problemTable.find(({ when }) => when(context))?.say ?? unknownFailure)(context);
  const detail = [
    [context.code, context.text].filter(Boolean).join(': '),
    context.correlationId === null ? '' : `correlation id ${context.correlationId}`,
  ].filter(Boolean).join(', ');
  const { retryAfterSeconds } = context;
  return {
    ...{ code, message: withoutTokens(message), action },
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
    ...(code === 'cancelled' || detail === '' ? {} : { detail: withoutTokens(detail).slice(0, 2_000) }),
  };
}
