import type { FaultRule } from '../faults';
import type { Answer } from '../http/answer';
import { armAnswer } from './arm-answer';
import { ArmError, armErrorAnswer } from './arm-error';
import { claimsChallenge } from './tokens';

/** The false answer of a fault in the form of Azure Resource Manager; undefined where the fault is in the connection. */
export function armFaultAnswer(rule: FaultRule): Answer | undefined {
  if (rule.do === 'html') return proxyPage;
  if (rule.do === 'wrongJson') return armAnswer({ status: 200, body: { unexpected: ['nothing', 'that', 'belongs here'] } });
  const error = faultError(rule);
  return error && armErrorAnswer(error);
}

function faultError(rule: FaultRule): ArmError | undefined {
  const retry = rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) };
  switch (rule.do) {
    case 'throttle':
      return new ArmError(429, 'SubscriptionRequestsThrottled', 'Number of requests for subscription exceeded the limit. Please try again later.', retry);
    case 'expired':
      return new ArmError(401, 'ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than current UTC time.', { 'www-authenticate': 'Bearer error="invalid_token"' });
    case 'invalidToken':
      return new ArmError(401, 'InvalidAuthenticationToken', 'The access token is invalid.', { 'www-authenticate': 'Bearer error="invalid_token"' });
    case 'claims':
      return claimsChallenge();
    case 'denied':
      return new ArmError(403, 'AuthorizationFailed', rule.message ?? "The client 'sandbox' does not have authorization to perform action 'Microsoft.Security/securityConnectors/read' over scope '/subscriptions/x' or the scope is invalid.");
    case 'error':
      return new ArmError(rule.status ?? 500, rule.code ?? 'InternalServerError', rule.message ?? 'The server encountered an error.', retry);
    default:
      return undefined;
  }
}

/** What a company proxy answers when it cannot reach the service. */
const proxyPage: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>Access blocked</title></head><body><h1>Access blocked</h1></body></html>',
  errorCode: 'html',
};
