import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { isJsonObject, own, type Json, type JsonObject } from '../../core/model/json';
import { retryAfterMs } from './retrying';

/** What is worth knowing of a call that failed. Holds no token. */
export interface ArmFailure {
  /** 0 when there was no answer. */
  readonly status: number;
  /** Azure's error code, or Node's code of a connection that failed, or one of ours. */
  readonly code: string;
  /** Azure's own sentence, for people; it may hold whatever the caller sent. */
  readonly text: string;
  readonly retryAfterSeconds: number | null;
  readonly correlationId: string | null;
  /** Names of the policies that refused, where a policy did. */
  readonly policies: readonly string[];
}

export const localFailure = (code: string, text: string): ArmFailure => ({
  status: 0,
  code,
  text,
  retryAfterSeconds: null,
  correlationId: null,
  policies: [],
});

/** Reads `{error: {code, message, details, additionalInfo}}`, the form of all errors of Azure Resource Manager. */
export function answeredFailure(response: PipelineResponse, body: Json | undefined): ArmFailure {
  const error = isJsonObject(body) ? own(body, 'error') : undefined;
  const wait = retryAfterMs(response);
  return {
    status: response.status,
    code: isJsonObject(error) ? textOf(error, 'code') : '',
    text: isJsonObject(error) ? sentences(error).join(' ') : '',
    retryAfterSeconds: wait === undefined ? null : Math.ceil(wait / 1000),
    correlationId: response.headers.get('x-ms-correlation-request-id') ?? response.headers.get('x-ms-request-id') ?? null,
    policies: isJsonObject(error) ? policiesOf(error) : [],
  };
}

/** The message and those of its details, each once: the outer one often says only that something went wrong. */
function sentences(error: JsonObject, depth = 0): readonly string[] {
  const details = own(error, 'details');
  const inner = Array.isArray(details) && depth < 3 ? (details as readonly Json[]).filter(isJsonObject).slice(0, 5).flatMap((each) => sentences(each, depth + 1)) : [];
  return [...new Set([textOf(error, 'message').trim(), ...inner].filter((text) => text !== ''))];
}

function policiesOf(error: JsonObject): readonly string[] {
  const infos = own(error, 'additionalInfo');
  return (Array.isArray(infos) ? (infos as readonly Json[]) : []).flatMap((info) => {
    const inner = isJsonObject(info) && own(info, 'type') === 'PolicyViolation' ? own(info, 'info') : undefined;
    const name = isJsonObject(inner) ? textOf(inner, 'policyAssignmentDisplayName') || textOf(inner, 'policyAssignmentName') : '';
    return name === '' ? [] : [name];
  });
}

function textOf(object: JsonObject, key: string): string {
  const value = own(object, key);
  return typeof value === 'string' ? value : '';
}
