import * as vscode from 'vscode';
import type { ConnectorSummary, GenerateAnswer } from '../../protocol/server-requests';
import { findConnectorFiles, pickConnector } from '../platform/pick-connector';
import type { CommandRegistrar } from '../platform/register-command';
import type { StackLook } from '../platform/stack-look';
import { createConnectorStore, type ConnectorStore } from './connector-store';
import type { AzureAccess } from '../platform/azure-access';
import type { HealthStatements } from '../platform/health-statements';
import { inventoryStore } from './azure-inventory';
import { generateTemplate } from './generate-template';
import { generatedDocuments } from '../platform/generated-documents';
import { newConnector } from './new-connector';
import { refreshLooks } from './refresh-looks';
import { confirmOutside, confirmReplace, tellGenerated } from './tell-generated';
import { connectorTreeView } from './tree-view';
import { updateLens } from './update-lens';
import { watchConnectors } from './watch-connectors';

export interface ConnectorsHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly describe: (uris: readonly string[]) => Promise<readonly ConnectorSummary[]>;
  readonly generate: (uri: string) => Promise<GenerateAnswer>;
  /** Looks at a stack in AWS; undefined when it may not or the user turned away. */
  readonly lookUp: (summary: ConnectorSummary, ask: boolean) => Promise<StackLook | undefined>;
  readonly azure: AzureAccess;
  readonly statements: HealthStatements;
}

export function registerConnectors(host: ConnectorsHost): ConnectorStore {
  const { context, log, register, describe, generate } = host;
  const store = createConnectorStore({ find: findConnectorFiles, describe, log });
  const documents = generatedDocuments();
  const inventory = inventoryStore(host.azure, (error) => log.error(error instanceof Error ? error : String(error)));
  const view = connectorTreeView({ store, inventory, statements: host.statements, memory: context.workspaceState });

  const refreshOne = async (uri: vscode.Uri) => {
    await store.entries();
    await store.reread([uri]);
    await refreshLooks(store, [uri], (summary) => host.lookUp(summary, true));
  };
  const refreshAll = async () => {
    await store.rescan();
    const uris = (await store.entries()).map(({ uri }) => uri);
    await Promise.all([refreshLooks(store, uris, (summary) => host.lookUp(summary, false)), inventory.refresh()]);
  };

  context.subscriptions.push(
    store,
    documents,
    inventory,
    view,
    updateLens(store),
    watchConnectors(store),
    register('defenderConnectors.newConnector', newConnector),
    register('defenderConnectors.openConnector', withConnector((uri) => vscode.window.showTextDocument(uri))),
    register(
      'defenderConnectors.generateTemplate',
      withConnector((uri) => generateTemplate(uri, { generate, documents, confirmReplace, confirmOutside, tell: tellGenerated(log) })),
    ),
    register('defenderConnectors.refreshConnector', withConnector(refreshOne)),
    register('defenderConnectors.refreshConnectors', refreshAll),
    register('defenderConnectors.filterConnectors', view.filter),
    register('defenderConnectors.clearFilter', view.clearFilter),
    register('defenderConnectors.groupConnectors', view.group),
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
