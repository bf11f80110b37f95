import { randomUUID } from 'node:crypto';
import type { ServiceError } from '../../service-error';

/** Error codes of the resource handlers, by the code of the service behind. Source: CloudFormation CLI user guide, handler error codes. */
const handlerCodes: Readonly<Record<string, string>> = {
  EntityAlreadyExists: 'AlreadyExists',
  BucketAlreadyExists: 'AlreadyExists',
  BucketAlreadyOwnedByYou: 'AlreadyExists',
  AlreadyExists: 'AlreadyExists',
  NoSuchEntity: 'NotFound',
  NoSuchBucket: 'NotFound',
  ResourceNotFoundException: 'NotFound',
  LimitExceeded: 'ServiceLimitExceeded',
  AccessDenied: 'AccessDenied',
  Throttling: 'Throttling',
  ExpiredToken: 'InvalidCredentials',
  InternalFailure: 'ServiceInternalError',
  DeleteConflict: 'ResourceConflict',
  MalformedPolicyDocument: 'InvalidRequest',
  ValidationError: 'InvalidRequest',
  InvalidInput: 'InvalidRequest',
};

const serviceNames: Readonly<Record<string, string>> = {
  iam: 'Iam', s3: 'S3', sqs: 'Sqs', sns: 'Sns', ssm: 'Ssm', lambda: 'Lambda', cloudformation: 'CloudFormation',
};

/** A refusal as a stack event tells it. Form: as public reports quote it, such as aws/eks-hybrid pull request 741. */
export function failureReason(error: ServiceError, call: string): string {
  const service = serviceNames[call.split('.')[0] ?? ''] ?? call;
  const code = handlerCodes[error.code] ?? 'GeneralServiceException';
  return `Resource handler returned message: "${error.message} (Service: ${service}, Status Code: ${error.status}, Request ID: ${randomUUID()})" (RequestToken: ${randomUUID()}, HandlerErrorCode: ${code})`;
}

export const isNotFound = (error: ServiceError): boolean => handlerCodes[error.code] === 'NotFound';
