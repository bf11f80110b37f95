import * as vscode from 'vscode';
import type { ConnectorSummary, GenerateAnswer } from '../../protocol/server-requests';
import { findConnectorFiles, pickConnector } from '../platform/pick-connector';
import type { CommandRegistrar } from '../platform/register-command';
import type { StackLook } from '../platform/stack-look';
import { createConnectorStore, type ConnectorStore } from './connector-store';
import { connectorTree } from './connector-tree';
import { generateTemplate } from './generate-template';
import { generatedDocuments } from '../platform/generated-documents';
import { newConnector } from './new-connector';
import { refreshLooks } from './refresh-looks';
import { confirmOutside, confirmReplace, tellGenerated } from './tell-generated';
import { watchConnectors } from './watch-connectors';

export interface ConnectorsHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly describe: (uris: readonly string[]) => Promise<readonly ConnectorSummary[]>;
  readonly generate: (uri: string) => Promise<GenerateAnswer>;
  /** Looks at a stack in AWS; undefined when it may not or the user turned away. */
  readonly lookUp: (summary: ConnectorSummary, ask: boolean) => Promise<StackLook | undefined>;
}

export function registerConnectors(host: ConnectorsHost): ConnectorStore {
  const { context, log, register, describe, generate } = host;
  const store = createConnectorStore({ find: findConnectorFiles, describe, log });
  const documents = generatedDocuments();

  const refreshOne = async (uri: vscode.Uri) => {
    await store.entries();
    await store.reread([uri]);
    await refreshLooks(store, [uri], (summary) => host.lookUp(summary, true));
  };
  const refreshAll = async () => {
    await store.rescan();
    const uris = (await store.entries()).map(({ uri }) => uri);
    await refreshLooks(store, uris, (summary) => host.lookUp(summary, false));
  };

  context.subscriptions.push(
    store,
    documents,
    connectorTree(store),
    watchConnectors(store),
    register('defenderConnectors.newConnector', newConnector),
    register('defenderConnectors.openConnector', withConnector((uri) => vscode.window.showTextDocument(uri))),
    register(
      'defenderConnectors.generateTemplate',
      withConnector((uri) => generateTemplate(uri, { generate, documents, confirmReplace, confirmOutside, tell: tellGenerated(log) })),
    ),
    register('defenderConnectors.refreshConnector', withConnector(refreshOne)),
    register('defenderConnectors.refreshConnectors', refreshAll),
  );
  return store;
}

/** The same commands serve the palette, the editor's title and the tree. */
const withConnector =
  (run: (uri: vscode.Uri) => unknown) =>
  async (argument: Parameters<typeof pickConnector>[0]): Promise<unknown> => {
    const uri = await pickConnector(argument);
    return uri && run(uri);
  };
