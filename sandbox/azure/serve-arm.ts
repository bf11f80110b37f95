import { isJsonObject, type JsonObject } from '../json';
import type { Answer } from '../http/answer';
import type { SignedRequest } from '../http/signature';
import type { World } from '../world';
import { armAnswer } from './arm-answer';
import { ArmError, armErrorAnswer } from './arm-error';
import { findRoute } from './routes';
import { tenantOf } from './tokens';

/** Requests of Azure Resource Manager come with a bearer token, an api-version, or both; those of AWS with neither. */
export const isArmRequest = ({ url, headers }: SignedRequest): boolean =>
  /^Bearer /i.test(headers.authorization ?? '') || new URL(url, 'http://sandbox').searchParams.has('api-version');

/** Such as `arm.SecurityConnectors_Get`, before anything is checked. */
export const nameArmOperation = ({ method, url }: SignedRequest): string =>
  `arm.${findRoute(method, new URL(url, 'http://sandbox').pathname)?.route.operation ?? 'Unknown'}`;

export function serveArm(world: World, request: SignedRequest): Answer {
  const url = new URL(request.url, world.endpoint);
  const tenant = tenantOf(world.azure, request);
  const found = findRoute(request.method, url.pathname);
  if (!found) throw new ArmError(404, 'InvalidResourceType', `The sandbox has nothing at '${request.method} ${url.pathname}'.`);
  const apiVersion = url.searchParams.get('api-version');
  if (apiVersion === null) {
    throw new ArmError(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
  }
  const body = readBody(request);
  const answer = armAnswer(found.route.run({ world, tenant, names: found.names, query: url.searchParams, apiVersion, headers: request.headers, url, body }));
  return { ...answer, headers: { ...answer.headers, ...whatIsLeft(world, request.method) } };
}

function readBody({ body }: SignedRequest): JsonObject {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString());
    if (isJsonObject(value)) return value;
  } catch {
    // Told below, in the same words.
  }
  throw new ArmError(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized.');
}

function whatIsLeft({ azure: { left } }: World, method: string): Readonly<Record<string, string>> {
  return method === 'GET' || method === 'HEAD'
    ? { 'x-ms-ratelimit-remaining-subscription-reads': String(left.reads) }
    : { 'x-ms-ratelimit-remaining-subscription-writes': String(left.writes) };
}

/** A refusal in the form of Azure Resource Manager; undefined for what is none. */
export const armRefusal = (error: unknown): Answer | undefined => (error instanceof ArmError ? armErrorAnswer(error) : undefined);
