import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { OnboardingQuestion } from '../src/protocol/onboarding';
import { mainThreadTime, peakMemoryOf } from './process-figures';

/** What a step took: by the clock, and of the processor in the server's main thread, which no other program lengthens much. */
export interface Took {
  readonly wall: number;
  /** NaN where the system does not tell. */
  readonly cpu: number;
}

/** An editor with our server in a fresh process. */
export interface Client {
  /** Until the first findings. */
  open(uri: string, text: string): Promise<Took>;
  /** Until all findings of what was opened last. */
  opened(): Promise<Took>;
  /** Writes a letter and waits for the findings of what is there then. */
  type(uri: string, version: number, place: Place): Promise<Took>;
  /** The same without waiting. */
  send(uri: string, version: number, place: Place): Promise<void>;
  /** Until the findings of this version are there. */
  findings(uri: string, version: number): Promise<void>;
  close(uri: string): Promise<void>;
  /** A question that needs no reading. */
  ask(uri: string): Promise<Took>;
  /** What answers of the wizard would make. */
  preview(question: OnboardingQuestion): Promise<Took>;
  /** How many times findings were heard. */
  heard(): number;
  peakMemory(): number | undefined;
  stop(): Promise<void>;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

export async function startClient(): Promise<Client> {
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = new Map<string, () => void>();
  let count = 0;
  let openedAt: Took = { wall: 0, cpu: 0 };
  let heardAt = openedAt;
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: PublishDiagnosticsParams) => {
    count += 1;
    heardAt = { wall: performance.now(), cpu: mainThreadTime(child.pid) };
    waiting.get(`${uri} ${version}`)?.();
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});

  const findings = (uri: string, version: number) => new Promise<void>((resolve) => waiting.set(`${uri} ${version}`, resolve));
  const took = async (step: () => Promise<unknown>): Promise<Took> => {
    const [wall, cpu] = [performance.now(), mainThreadTime(child.pid)];
    await step();
    return { wall: performance.now() - wall, cpu: mainThreadTime(child.pid) - cpu };
  };
  const heardAfter = (uri: string, version: number, send: () => Promise<void>) =>
    took(async () => {
      const heard = findings(uri, version);
      await send();
      await heard;
    });
  const send = (uri: string, version: number, place: Place) =>
    connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start: place, end: place }, text: 'x' }] });
  return {
    findings,
    send,
    open(uri, text) {
      openedAt = { wall: performance.now(), cpu: mainThreadTime(child.pid) };
      const textDocument = { uri, languageId: uri.endsWith('json') ? 'json' : 'yaml', version: 1, text };
      return heardAfter(uri, 1, () => connection.sendNotification('textDocument/didOpen', { textDocument }));
    },
    async opened() {
      await quiet(child.pid);
      return { wall: heardAt.wall - openedAt.wall, cpu: heardAt.cpu - openedAt.cpu };
    },
    type: (uri, version, place) => heardAfter(uri, version, () => send(uri, version, place)),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    ask: (uri) => took(() => connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })),
    preview: (question) => took(() => connection.sendRequest('defenderConnectors/onboardingPreview', question)),
    heard: () => count,
    peakMemory: () => peakMemoryOf(child.pid),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

/** Until a process has nothing to do any more. */
async function quiet(pid: number | undefined): Promise<void> {
  for (let before = Number.NaN, now = mainThreadTime(pid); !(now - before < 2); before = now, now = mainThreadTime(pid)) {
    await sleep(Number.isNaN(now) ? 3_000 : 200);
    if (Number.isNaN(now)) return;
  }
}
