import { fork, spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { startServer } from '../../../src/server/start-server';

/** An editor's side of the protocol over real streams and real messages. */
export interface Client {
  readonly connection: ProtocolConnection;
  /** Everything published so far, oldest first. */
  readonly published: readonly PublishDiagnosticsParams[];
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, changes: readonly object[]): void;
  /** The findings of a version, as soon as they are there. */
  diagnostics(uri: string, version?: number): Promise<Diagnostic[]>;
  stop(): void;
}

/** The server in this process, with streams as a pipe would be. */
export async function startInProcess(capabilities: ClientCapabilities = {}, initializationOptions?: object): Promise<Client> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return connect(connection, capabilities, () => connection.dispose(), initializationOptions);
}

/** The server in a process of its own, over standard input and output. */
export async function startChild(command: readonly string[], capabilities: ClientCapabilities = {}): Promise<Client & { readonly child: ReturnType<typeof spawnServer> }> {
  const child = spawnServer(command);
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const client = await connect(connection, capabilities, () => child.kill());
  return { ...client, child };
}

/** The server in a process of its own, over the channel between Node processes: what an editor's client does. */
export async function startForked(module: string): Promise<Client> {
  const child = fork(module, ['--node-ipc'], { execArgv: ['--import=tsx'] });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  return connect(connection, {}, () => child.kill());
}

const spawnServer = (command: readonly string[]) => spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });

async function connect(connection: ProtocolConnection, capabilities: ClientCapabilities, stop: () => void, initializationOptions?: object): Promise<Client> {
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    waiting.forEach((look) => look());
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, ...(initializationOptions ? { initializationOptions } : {}) });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    published,
    stop,
    open: (uri, text, languageId = 'yaml') =>
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, contentChanges) =>
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    diagnostics: (uri, version = 1) =>
      new Promise((resolve) => {
        const look = () => {
          const found = published.find((params) => params.uri === uri && params.version === version);
          if (!found) return;
          waiting.delete(look);
          resolve(found.diagnostics);
        };
        waiting.add(look);
        look();
      }),
  };
}
