import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { commandIds, connectorGlob } from '../platform/contributions';
import { serverFlags } from '../../protocol/server-flags';
import { relevantDocuments } from './relevant-documents';

/** Loaded on first need as a file of its own: the client library is larger than all the rest of the entry. */
export interface ClientOptions {
  readonly serverPath: string;
  readonly log: vscode.LogOutputChannel;
  readonly isRelevant: (document: vscode.TextDocument) => boolean;
  /** The server ended without being asked to. */
  readonly onCrash: () => void;
}

export interface RunningClient {
  request(method: string, params: unknown, token: vscode.CancellationToken | undefined): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the server as a process of its own and connects the editor to it. Rejects when it does not come up. */
export async function startClient(options: ClientOptions): Promise<RunningClient> {
  let stopping = false;
  const client: LanguageClient = new LanguageClient(
    'defenderConnectors',
    'Defender Connectors',
    { module: options.serverPath, transport: TransportKind.ipc, options: { execArgv: [...serverFlags] } },
    {
      documentSelector: [
        { scheme: 'file', pattern: connectorGlob },
        { scheme: 'untitled', pattern: connectorGlob },
        ...['yaml', 'json', 'jsonc', 'cloudformation'].flatMap((language) => [
          { scheme: 'file', language },
          { scheme: 'untitled', language },
        ]),
      ],
      // The server offers lenses only for commands that can be run here.
      initializationOptions: { commands: commandIds },
      outputChannel: options.log,
      diagnosticCollectionName: 'defenderConnectors',
      middleware: relevantDocuments(options.isRelevant, (document) =>
        client.sendNotification('textDocument/didOpen', client.code2ProtocolConverter.asOpenTextDocumentParams(document)),
      ),
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count) => ({ action: (count ?? 0) > 3 ? ErrorAction.Shutdown : ErrorAction.Continue, handled: true }),
        closed: () => {
          if (!stopping) options.onCrash();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    },
  );
  await client.start();
  return {
    // A token that is undefined would be sent as a second parameter.
    request: (method, params, token) => (token ? client.sendRequest(method, params, token) : client.sendRequest(method, params)),
    stop: async () => {
      stopping = true;
      await client.dispose();
    },
  };
}
