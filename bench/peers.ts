import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { peerSchema, peerSchemaWords } from './peer-schema';
import { peakMemoryOf } from './process-figures';
import { positionInDescription } from './server';
import { summarize, type Sample } from './statistics';

/** A server of others, asked as ours is: the same text, the same edits, the time until its next diagnostics. */
export interface Peer {
  readonly name: string;
  readonly args: readonly string[];
  /** Milliseconds that it waits for the next keystroke before it begins. */
  readonly debounce: number;
  readonly format: 'yaml' | 'json';
}

export const peers: readonly Peer[] = [
  { name: `yaml-language-server, ${peerSchemaWords}`, args: ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'], debounce: 200, format: 'yaml' },
  { name: `vscode-json-languageservice, ${peerSchemaWords}`, args: ['--import=tsx', 'bench/json-server.ts', '--stdio'], debounce: 500, format: 'json' },
];

export interface PeerFigures {
  readonly open: number;
  readonly edit: Sample;
  readonly peakMemory: number | undefined;
}

/** Milliseconds for all edits of one peer, and for any one answer. */
const budget = 30_000;
const edits = 20;

/** Undefined where it does not answer in time. */
export async function measurePeer({ args, format }: Peer, text: string): Promise<PeerFigures | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(peerSchema));
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    return await measured(child, text, format, pathToFileURL(schema).href);
  } catch {
    return undefined;
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

async function measured(child: ChildProcess, text: string, format: Peer['format'], schema: string): Promise<PeerFigures> {
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('no pipes');
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const uri = `file:///bench/peer.${format}`;
  const timed = timer(connection, uri);
  await initialize(connection, format, schema);
  const opened = { textDocument: { uri, languageId: format, version: 1, text } };
  const open = await timed(() => connection.sendNotification('textDocument/didOpen', opened));
  const place = positionInDescription(text);
  const started = performance.now();
  const times: number[] = [];
  for (let version = 2; version < edits + 2 && performance.now() - started < budget; version += 1) {
    const change = { textDocument: { uri, version }, contentChanges: [{ range: { start: place, end: place }, text: 'x' }] };
    times.push(await timed(() => connection.sendNotification('textDocument/didChange', change)));
  }
  const peakMemory = peakMemoryOf(child.pid);
  connection.dispose();
  return { open, edit: summarize(times), peakMemory };
}

/** Time from a message to the next diagnostics of the document. */
function timer(connection: ProtocolConnection, uri: string): (send: () => Promise<void>) => Promise<number> {
  let heard = (): void => undefined;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    if (params.uri === uri) heard();
  });
  return async (send) => {
    const answered = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('too late')), 2 * budget);
      heard = () => {
        clearTimeout(late);
        resolve();
      };
    });
    const started = performance.now();
    await send();
    await answered;
    return performance.now() - started;
  };
}

async function initialize(connection: ProtocolConnection, format: Peer['format'], schema: string): Promise<void> {
  const settings = { yaml: { validate: true, hover: false, completion: false, schemaStore: { enable: false }, schemas: { [schema]: [`*.${format}`] } }, http: {}, json: { schemas: [{ url: schema, fileMatch: ['*'] }] } };
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? settings.yaml : section === 'json' ? settings.json : {})),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const capabilities = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions: { schema } });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings });
}
