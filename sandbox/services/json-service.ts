import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer';
import { isJsonObject, type JsonObject } from '../json';
import { ServiceError } from '../service-error';
import type { AccountState } from '../world';

/** One call of a service that speaks JSON. */
export interface JsonRequest {
  readonly account: AccountState;
  readonly region: string;
  readonly input: JsonObject;
}

export type JsonOperation = (request: JsonRequest) => object;

export const jsonAnswer = (result: object, type = 'application/x-amz-json-1.1'): Answer => ({
  status: 200,
  headers: { 'content-type': type, 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(result),
});

/** How these services name what the query services call otherwise. */
const names: Readonly<Record<string, string>> = {
  AccessDenied: 'AccessDeniedException',
  ExpiredToken: 'ExpiredTokenException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  Throttling: 'ThrottlingException',
  InvalidAction: 'UnknownOperationException',
};

/** The kind of error stands in the body for JSON 1.1, and in a header for REST. */
export function jsonError({ code, message, status }: ServiceError): Answer {
  const name = names[code] ?? code;
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID(), 'x-amzn-errortype': name },
    body: JSON.stringify({ __type: name, message }),
    errorCode: name,
  };
}

export function readJson(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  const value: unknown = JSON.parse(body.toString());
  if (!isJsonObject(value)) throw new ServiceError('SerializationException', 'The body is no JSON object.');
  return value;
}

export const textIn = (input: JsonObject, name: string): string | undefined => {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
};

export const numberIn = (input: JsonObject, name: string): number | undefined => {
  const value = input[name];
  return typeof value === 'number' ? value : undefined;
};
