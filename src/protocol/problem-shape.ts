import type { Problem, ProblemCode } from '../core/model/problem';
import { count, fields, oneOf, optional, text, type Shape } from './shape';

const codes: Readonly<Record<ProblemCode, true>> = {
  cancelled: true, notFound: true, unreadable: true, invalidInput: true, credentials: true, wrongAccount: true,
  accessDenied: true, network: true, throttled: true, conflict: true, stackState: true, service: true,
};

export const problem: Shape<Problem> = fields<Problem>({
  code: (value): value is ProblemCode => typeof value === 'string' && Object.hasOwn(codes, value),
  message: text,
  action: optional(text),
  detail: optional(text),
  retryAfterSeconds: optional(count),
  remedy: optional(oneOf('deleteStack', 'continueRollback')),
});
