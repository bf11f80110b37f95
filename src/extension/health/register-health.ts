import * as vscode from 'vscode';
import { type ConnectorArgument, pageTypes } from '../platform/contributions';
import { loadOnce } from '../platform/load-once';
import { pickConnector } from '../platform/pick-connector';
import { requireTrust } from '../platform/trust';
import type { HealthHost } from './health-host';

/** The health page of each connector, and the commands that open it. */
export function registerHealth(host: HealthHost): void {
  const { context, log, register, statements, azure } = host;
  const pages = loadOnce(() => import('./health-chunk').then(({ healthPages }) => healthPages(host)));
  const { load } = pages;
  const refresh = (uri: vscode.Uri | undefined) => void pages.begun?.then((loaded) => loaded.refresh(uri), (error: unknown) => log.error(String(error)));
  const open = async (argument: ConnectorArgument, look: boolean) => {
    const uri = await pickConnector(argument);
    if (uri) await (await load()).show(uri, look);
  };

  context.subscriptions.push(
    statements.onDidChange(refresh),
    host.onDidChangeKnown(refresh),
    azure.onDidChange(() => refresh(undefined)),
    register('defenderConnectors.showHealth', (argument) => open(argument, false)),
    register('defenderConnectors.verifyConnector', async (argument) => {
      if (requireTrust('Verifying a connector', host.isTrusted)) await open(argument, true);
    }),
    vscode.window.registerWebviewPanelSerializer(pageTypes.health, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await load()).restore(panel, state),
    }),
  );
}
