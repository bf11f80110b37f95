import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  decompressResponsePolicy,
  proxyPolicy,
  retryPolicy,
  setClientRequestIdPolicy,
  userAgentPolicy,
  type Pipeline,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { TokenPort } from '../../app/azure-ports';
import type { Clock } from '../../app/ports';
import type { Json, JsonObject } from '../../core/model/json';
import { err, ok, type Result } from '../../core/model/result';
import { answeredFailure, localFailure, type ArmFailure } from './arm-failure';
import { armProblem } from './arm-problem';
import { isLoopback } from './endpoint';
import { rateLimits, type RequestKind } from './rate-limits';
import { retrying, retryLimit, usualRetries, type RetryOptions } from './retrying';

export interface ArmOptions {
  readonly tenant: string;
  readonly tokens: TokenPort;
  readonly endpoint: string;
  readonly clock: Clock;
  readonly retries?: RetryOptions;
  /** Until the first byte of one attempt's answer. */
  readonly timeoutMs?: number;
}

export interface ArmRequest {
  /** Completes "Azure refused to …". */
  readonly doing: string;
  readonly method?: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** From the root; or a whole address that Azure gave, already checked. */
  readonly path: string;
  readonly apiVersion?: string;
  readonly body?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
  readonly kind?: RequestKind;
  /** Statuses beyond 2xx that are an answer and no refusal. */
  readonly meant?: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

export interface ArmAnswer {
  readonly status: number;
  /** Undefined when the answer has no body. */
  readonly body: Json | undefined;
}

/** The one place where a request goes out to Azure Resource Manager and a token goes with it. */
export interface ArmClient {
  readonly endpoint: string;
  send(request: ArmRequest): Promise<Result<ArmAnswer>>;
  problem(failure: ArmFailure, doing: string): ReturnType<typeof armProblem>;
}

export function createArmClient(options: ArmOptions): ArmClient {
  const { tenant, tokens, endpoint, retries = usualRetries, timeoutMs = 30_000 } = options;
  const http = createDefaultHttpClient();
  const limits = rateLimits(options.clock);
  const pipelines = { reads: pipelineFor(true, endpoint, retries), writes: pipelineFor(false, endpoint, retries) };

  const problem = (failure: ArmFailure, doing: string) =>
    armProblem({ ...failure, doing, tenant, timeoutSeconds: Math.round(timeoutMs / 1000) });

  const exchange = async (request: ArmRequest, token: string): Promise<Result<PipelineResponse, ArmFailure>> => {
    const kind = kindOf(request);
    await limits.wait(kind, request.signal);
    const limit = AbortSignal.timeout(timeoutMs * (retries.retries + 1) + retries.longestPauseMs * retries.retries);
    const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit;
    try {
      const pipeline = kind === 'write' ? pipelines.writes : pipelines.reads;
      const response = await pipeline.sendRequest(http, toPipelineRequest(request, { endpoint, token, signal, timeoutMs }));
      limits.note(kind, response.headers);
      return ok(response);
    } catch (error) {
      return err(thrownFailure(error, request.signal));
    }
  };

  /** Claims are asked for once: a second challenge means that signing in did not help. */
  const challenged = async (request: ArmRequest): Promise<Result<Result<PipelineResponse, ArmFailure>>> => {
    const asked = { tenant, ...(request.signal ? { signal: request.signal } : {}) };
    const token = await tokens.token(asked);
    if (!token.ok) return token;
    const first = await exchange(request, token.value);
    const challenge = first.ok && first.value.status === 401 ? first.value.headers.get('www-authenticate') : undefined;
    if (challenge === undefined || !/claims=/i.test(challenge)) return ok(first);
    const stronger = await tokens.token({ ...asked, challenge });
    return stronger.ok ? ok(await exchange(request, stronger.value)) : stronger;
  };

  return {
    endpoint,
    problem,
    async send(request) {
      const outcome = await challenged(request);
      if (!outcome.ok) return outcome;
      if (!outcome.value.ok) return err(problem(outcome.value.error, request.doing));
      const read = readAnswer(outcome.value.value, request);
      return read.ok ? read : err(problem(read.error, request.doing));
    },
  };
}

function readAnswer(response: PipelineResponse, { meant = [] }: ArmRequest): Result<ArmAnswer, ArmFailure> {
  const body = readBody(response);
  const { status } = response;
  if (meant.includes(status)) return ok({ status, body: body.ok ? body.value : undefined });
  if (status < 200 || status > 299) return err(answeredFailure(response, body.ok ? body.value : undefined));
  return body.ok ? ok({ status, body: body.value }) : err({ ...answeredFailure(response, undefined), status: 0, code: 'unreadable', text: body.error });
}

function readBody({ bodyAsText, headers }: PipelineResponse): Result<Json | undefined, string> {
  if (!bodyAsText) return ok(undefined);
  try {
    return ok(JSON.parse(bodyAsText) as Json);
  } catch {
    return err(`it is no JSON but ${headers.get('content-type') ?? 'of no known type'}`);
  }
}

function thrownFailure(error: unknown, signal: AbortSignal | undefined): ArmFailure {
  if (signal?.aborted) return localFailure('aborted', '');
  const { name, code, message } = error instanceof Error ? (error as Error & { code?: unknown }) : { name: '', code: '', message: String(error) };
  if (name === 'AbortError') return localFailure('timeout', '');
  if (code === 'PARSE_ERROR') return localFailure('unreadable', 'it was cut off');
  return localFailure(typeof code === 'string' ? code : name, message);
}

function kindOf({ method = 'GET', kind }: ArmRequest): RequestKind {
  return kind ?? (method === 'GET' || method === 'HEAD' ? 'read' : 'write');
}

interface Sending {
  readonly endpoint: string;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

function toPipelineRequest({ method = 'GET', path, apiVersion, body, headers = {} }: ArmRequest, { endpoint, token, signal, timeoutMs }: Sending): PipelineRequest {
  const url = path.startsWith('/') ? `${endpoint}${path}` : path;
  return createPipelineRequest({
    url: apiVersion === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}api-version=${apiVersion}`,
    method,
    headers: createHttpHeaders({
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    abortSignal: signal,
    timeout: timeoutMs,
    allowInsecureConnection: isLoopback(endpoint),
  });
}

/** No redirects, which would carry the token elsewhere, and no logging of requests. */
function pipelineFor(repeatable: boolean, endpoint: string, retries: RetryOptions): Pipeline {
  const pipeline = createEmptyPipeline();
  if (!isLoopback(endpoint)) pipeline.addPolicy(proxyPolicy());
  pipeline.addPolicy(decompressResponsePolicy());
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix: 'defender-connectors' }));
  pipeline.addPolicy(setClientRequestIdPolicy('x-ms-client-request-id'));
  pipeline.addPolicy(retryPolicy([retrying(repeatable, retries)], retryLimit(retries)), { phase: 'Retry' });
  return pipeline;
}
