import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultRule } from '../faults';
import type { RequestLogEntry } from '../request-log';
import { ServiceError } from '../service-error';
import type { World } from '../world';
import { errorAnswer, type Answer } from './answer';
import { controlAnswer } from './control';
import { incomingCall, type IncomingCall } from './incoming-call';
import type { SignedRequest } from './signature';

export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startHttpServer(world: World, log: RequestLogEntry[], port: number): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answerRequest(world, log, request, response).catch((error: unknown) => {
      process.stderr.write(`The sandbox failed: ${String(error)}\n`);
      response.destroy();
    });
  });
  // Loopback only: the sandbox holds nothing that a stranger should see, and checks little.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

async function answerRequest(
  world: World,
  log: RequestLogEntry[],
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming);
  if (request.url.startsWith('/__sandbox/')) return send(response, controlAnswer(world, log, request));

  const call = incomingCall(world, incoming, request);
  const { operation } = call.about;
  const entry: RequestLogEntry = { time: new Date().toISOString(), ...call.about };
  log.push(entry);

  const answer = (): Answer => {
    const result = guarded(call);
    entry.status = result.status;
    if (result.errorCode) entry.errorCode = result.errorCode;
    return result;
  };
  const observed = (given: Answer): void => {
    world.observe?.(request, given);
    send(response, given);
  };
  const rule = world.faults.strike(operation);
  if (!rule) return observed(answer());
  entry.fault = rule.do;
  await strike({ rule, call, entry, response, answer });
}

interface Strike {
  readonly rule: FaultRule;
  readonly call: IncomingCall;
  readonly entry: RequestLogEntry;
  readonly response: ServerResponse;
  readonly answer: () => Answer;
}

async function strike({ rule, call, entry, response, answer }: Strike): Promise<void> {
  if (rule.delayMs) await new Promise((resolve) => setTimeout(resolve, rule.delayMs));
  const falseAnswer = call.falseAnswer(rule);
  if (falseAnswer) {
    entry.status = falseAnswer.status;
    if (falseAnswer.errorCode) entry.errorCode = falseAnswer.errorCode;
    return send(response, falseAnswer);
  }
  switch (rule.do) {
    case 'hang':
      return;
    case 'reset':
      return void response.socket?.resetAndDestroy();
    case 'drop':
      return void response.socket?.destroy();
    case 'lostAnswer':
      answer();
      return void response.socket?.destroy();
    case 'truncate':
      return truncate(response, answer());
    default:
      return send(response, answer());
  }
}

/** A refusal becomes an answer; anything else is a fault of the sandbox itself and says so loudly. */
function guarded(call: IncomingCall): Answer {
  const { operation } = call.about;
  try {
    return call.answer();
  } catch (error) {
    const refusal = call.refusal(error);
    if (refusal) return refusal;
    process.stderr.write(`The sandbox failed in ${operation}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return errorAnswer(operation.split('.')[0] ?? '', new ServiceError('InternalFailure', `The sandbox failed: ${String(error)}`, 500));
  }
}

async function readRequest(incoming: IncomingMessage): Promise<SignedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

/** Promises the whole body, sends half of it and hangs up. */
function truncate(response: ServerResponse, { status, headers, body }: Answer): void {
  const whole = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': whole.length });
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.socket?.destroy());
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
