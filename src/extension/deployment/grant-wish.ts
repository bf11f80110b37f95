import * as vscode from 'vscode';
import type { DiagnosticAction } from '../../core/catalog/diagnostics';
import type { DeploymentView } from '../../protocol/deployment';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { CommandId } from '../platform/contributions';
import { templateUri } from './place-in-template';
import type { PageWish } from './session-host';

/** What the page showed when it wished, and whose it is. */
export interface ShownView {
  readonly connectorUri: vscode.Uri;
  readonly view: DeploymentView | undefined;
}

type Describe = (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;

/** Wishes of the page that a command, or the editor, grants. */
export async function grantWish(wish: PageWish, { connectorUri, view }: ShownView, describe: Describe): Promise<void> {
  switch (wish.kind) {
    case 'openConnector':
      return open(connectorUri);
    case 'previewAgain':
      return run('defenderConnectors.previewDeployment', connectorUri);
    case 'otherTemplate':
      return run('defenderConnectors.deployOtherTemplate', connectorUri);
    case 'openPlace':
      return open(templateUri(connectorUri, await describe(connectorUri)), view?.phase === 'done' ? (view.place?.line ?? 1) : 1);
    case 'explain':
      return explain(wish.eventId, view);
    case 'act':
      return act(wish.action, connectorUri, describe);
    case 'chooseProfile':
      return run('defenderConnectors.chooseProfile', connectorUri);
  }
}

async function act(action: DiagnosticAction, connectorUri: vscode.Uri, describe: Describe): Promise<void> {
  if (action === 'openConnector') return open(connectorUri);
  if (action === 'openTemplate') return open(templateUri(connectorUri, await describe(connectorUri)));
  const command = commands[action];
  if (command) await run(command, connectorUri);
}

const commands: Partial<Record<DiagnosticAction, CommandId>> = {
  preview: 'defenderConnectors.previewDeployment',
  generateTemplate: 'defenderConnectors.generateTemplate',
  chooseProfile: 'defenderConnectors.chooseProfile',
  drift: 'defenderConnectors.checkDrift',
  deleteStack: 'defenderConnectors.deleteStack',
  continueRollback: 'defenderConnectors.continueRollback',
};

async function explain(eventId: string, view: DeploymentView | undefined): Promise<void> {
  if (view?.phase !== 'running' && view?.phase !== 'done') return;
  const reason = view.events.find(({ id }) => id === eventId)?.reason;
  if (reason != null) await run('defenderConnectors.explainError', reason);
}

const run = async (command: CommandId, argument: unknown): Promise<void> => void (await vscode.commands.executeCommand(command, argument));

async function open(uri: vscode.Uri | undefined, line = 1): Promise<void> {
  if (!uri) return;
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
