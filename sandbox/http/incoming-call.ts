import type { IncomingMessage } from 'node:http';
import { armFaultAnswer } from '../azure/arm-fault';
import { armRefusal, isArmRequest, nameArmOperation, serveArm } from '../azure/serve-arm';
import type { FaultRule } from '../faults';
import type { RequestLogEntry } from '../request-log';
import { ServiceError } from '../service-error';
import type { World } from '../world';
import { errorAnswer, type Answer } from './answer';
import { authenticate, readCredentialScope } from './credentials';
import { faultAnswer } from './fault-answer';
import { nameOperation, serve } from './serve';
import type { SignedRequest } from './signature';

/** One request to one of the two clouds, before it is answered. */
export interface IncomingCall {
  /** For the log: what was asked for, and by whom. */
  readonly about: Pick<RequestLogEntry, 'operation' | 'accessKeyId' | 'account' | 'region'>;
  /** Throws what only `refusal` makes an answer of. */
  answer(): Answer;
  refusal(error: unknown): Answer | undefined;
  falseAnswer(rule: FaultRule): Answer | undefined;
}

export const incomingCall = (world: World, incoming: IncomingMessage, request: SignedRequest): IncomingCall =>
  isArmRequest(request) ? armCall(world, request) : awsCall(world, incoming, request);

const armCall = (world: World, request: SignedRequest): IncomingCall => ({
  about: { operation: nameArmOperation(request), accessKeyId: undefined, account: undefined, region: undefined },
  answer: () => serveArm(world, request),
  refusal: armRefusal,
  falseAnswer: armFaultAnswer,
});

function awsCall(world: World, incoming: IncomingMessage, request: SignedRequest): IncomingCall {
  const scope = readCredentialScope(incoming);
  const operation = nameOperation(scope?.service, request);
  const session = world.sessions.get(scope?.accessKeyId ?? '');
  return {
    about: { operation, accessKeyId: scope?.accessKeyId, account: session?.accountId, region: scope?.region },
    answer: () => serve(world, authenticate(world, scope, request), operation, scope?.region, request),
    refusal: (error) => (error instanceof ServiceError ? errorAnswer(operation.split('.')[0] ?? '', error) : undefined),
    falseAnswer: (rule) => faultAnswer(rule, operation, session),
  };
}
