import * as vscode from 'vscode';
import type { HealthHostMessage, HealthPageMessage } from '../../protocol/health';
import { isHealthPageMessage, isHealthPageState } from '../../protocol/health-shapes';
import { type ConnectorArgument, pageTypes } from '../platform/contributions';
import { pickConnector } from '../platform/pick-connector';
import { requireTrust } from '../platform/trust';
import { newPanel, viewPage } from '../platform/view-page';
import { type HealthHost, nameOf } from './health-host';
import { HealthSession } from './health-session';
import { sessionHost } from './session-host';

const pageKind = { viewType: pageTypes.health, name: 'health', title: 'Health', isWish: isHealthPageMessage } as const;

/** The health page of each connector, and the command that opens it. */
export function registerHealth(host: HealthHost): void {
  const { context, log, register, statements, azure } = host;
  const sessions = new Map<string, HealthSession>();
  const pageHost = { extensionUri: context.extensionUri, log };
  const onBug = (error: unknown) => log.error(error instanceof Error ? error : String(error));

  const session = (uri: vscode.Uri): HealthSession => {
    const key = uri.toString();
    const openPage = () => viewPage<HealthHostMessage, HealthPageMessage>(pageHost, pageKind, newPanel(pageHost, pageKind, `Health: ${nameOf(host, uri)}`));
    const found = sessions.get(key) ?? new HealthSession({ ...sessionHost(host, uri), openPage, onBug });
    sessions.set(key, found);
    return found;
  };
  const refresh = (uri: vscode.Uri | undefined) => {
    for (const [key, one] of sessions) if (uri === undefined || key === uri.toString()) one.refresh();
  };
  const open = async (argument: ConnectorArgument, look: boolean) => {
    const uri = await pickConnector(argument);
    if (!uri) return;
    const one = session(uri);
    one.show();
    if (look) await one.look('verify');
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
      deserializeWebviewPanel: async (panel, state: unknown) => {
        if (!isHealthPageState(state)) return panel.dispose();
        session(vscode.Uri.parse(state.connectorKey)).attach(viewPage<HealthHostMessage, HealthPageMessage>(pageHost, pageKind, panel));
      },
    }),
  );
}
