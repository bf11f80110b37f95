import type { FaultRule } from '../faults';
import { ServiceError } from '../service-error';
import type { Session } from '../world';
import { errorAnswer, type Answer } from './answer';

/** The false answer of a fault, or undefined where the fault is in the connection and not in the answer. */
export function faultAnswer(rule: FaultRule, operation: string, session: Session | undefined): Answer | undefined {
  const service = operation.split('.')[0] ?? '';
  const answer = answerOf(rule, service, operation, session);
  if (!answer || rule.retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(rule.retryAfter) } };
}

function answerOf(rule: FaultRule, service: string, operation: string, session: Session | undefined): Answer | undefined {
  if (rule.do === 'html') return proxyPage;
  if (rule.do === 'clockSkew') return skewed(service);
  const error = faultError(rule, operation, session);
  return error && errorAnswer(service, error);
}

/** The error that a fault stands for, also where it strikes inside a stack. */
export function faultError(rule: FaultRule, operation: string, session: Session | undefined): ServiceError | undefined {
  const s3 = operation.startsWith('s3.');
  switch (rule.do) {
    case 'throttle':
      return s3
        ? new ServiceError('SlowDown', 'Please reduce your request rate.', 503)
        : new ServiceError('Throttling', 'Rate exceeded', rule.status ?? 400);
    case 'expired':
      return s3
        ? new ServiceError('ExpiredToken', 'The provided token has expired.', 400)
        : new ServiceError('ExpiredToken', 'The security token included in the request is expired', 403);
    case 'invalidToken':
      return new ServiceError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
    case 'denied':
      return denied(operation, session, rule.message);
    case 'error':
      return new ServiceError(
        rule.code ?? 'InternalFailure',
        rule.message ?? 'The request processing has failed because of an unknown error, exception or failure.',
        rule.status ?? 500,
      );
    default:
      return undefined;
  }
}

/** Text form: IAM User Guide, "Troubleshoot access denied error messages". */
const denied = (operation: string, session: Session | undefined, message: string | undefined) =>
  new ServiceError(
    'AccessDenied',
    message ??
      `User: ${session?.arn ?? 'unknown'} is not authorized to perform: ${operation.replace('.', ':')} because no identity-based policy allows the ${operation.replace('.', ':')} action`,
    403,
  );

/** What a company proxy answers when it cannot reach the service. */
const proxyPage: Answer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
  errorCode: 'html',
};

/** As if the caller's clock were an hour behind: the SDKs read the Date header and try again. */
function skewed(service: string): Answer {
  const date = new Date(Date.now() + 60 * 60 * 1000);
  const error =
    service === 's3'
      ? new ServiceError('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.', 403)
      : new ServiceError('SignatureDoesNotMatch', 'Signature expired: the request was signed too long ago.', 403);
  const answer = errorAnswer(service, error);
  return { ...answer, headers: { ...answer.headers, date: date.toUTCString() } };
}
