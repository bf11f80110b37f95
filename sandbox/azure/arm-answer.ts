import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer';
import type { Json } from '../json';

/** An operation's own answer, before what every answer of Azure Resource Manager has. */
export interface ArmResult {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

export const armAnswer = ({ status, body, headers }: ArmResult): Answer => ({
  status,
  headers: { ...armHeaders(), ...headers },
  body: body === undefined ? '' : JSON.stringify(body),
});

/** Ids by which support finds a request. */
export const armHeaders = (): Readonly<Record<string, string>> => ({
  'content-type': 'application/json; charset=utf-8',
  'x-ms-request-id': randomUUID(),
  'x-ms-correlation-request-id': randomUUID(),
});
