import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { serverFlags } from '../src/protocol/server-flags';
import { summarize, type Sample } from './statistics';

export interface ServerFigures {
  /** First document of a fresh process. */
  readonly coldOpen: number;
  readonly warmOpen: Sample;
  readonly edit: Sample;
  /** Bytes, or undefined where the system does not tell. */
  readonly peakMemory: number | undefined;
}

const edits = 30;

/** An editor with one file: opens it, types, and waits for the findings each time. */
export async function measureServer({ text, format = 'yaml' }: { readonly text: string; readonly format?: 'yaml' | 'json' }): Promise<ServerFigures> {
  const child = spawn(process.execPath, [...serverFlags, 'dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = new Map<string, () => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: PublishDiagnosticsParams) => waiting.get(`${uri} ${version}`)?.());
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});

  const timed = async (uri: string, version: number, method: string, params: object) => {
    const answered = new Promise<void>((resolve) => waiting.set(`${uri} ${version}`, resolve));
    const started = performance.now();
    await connection.sendNotification(method, params);
    await answered;
    return performance.now() - started;
  };
  const open = (uri: string) =>
    timed(uri, 1, 'textDocument/didOpen', { textDocument: { uri, languageId: format, version: 1, text } });

  const coldOpen = await open(`file:///bench/cold.${format}`);
  const warm: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    warm.push(await open(`file:///bench/warm-${index}.${format}`));
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: `file:///bench/warm-${index}.${format}` } });
  }
  const times: number[] = [];
  const place = positionInDescription(text);
  for (let index = 0; index < edits; index += 1) {
    const contentChanges = [{ range: { start: place, end: place }, text: 'x' }];
    const textDocument = { uri: `file:///bench/cold.${format}`, version: index + 2 };
    times.push(await timed(textDocument.uri, textDocument.version, 'textDocument/didChange', { textDocument, contentChanges }));
  }
  const peakMemory = child.pid === undefined ? undefined : peakMemoryOf(child.pid);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  return { coldOpen, warmOpen: summarize(warm), edit: summarize(times), peakMemory };
}

/** A letter into the description of a role in the middle of the file: what a person would type. */
export function positionInDescription(text: string) {
  const lines = text.split('\n');
  const line = lines.findIndex((content, index) => index > lines.length / 2 && /^\s+"?Description"?: \S/.test(content));
  return { line, character: (lines[line]?.trimEnd().replace(/",?$/, '').length ?? 0) };
}

/** The kernel's own high-water mark, on Linux. */
export function peakMemoryOf(pid: number): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
