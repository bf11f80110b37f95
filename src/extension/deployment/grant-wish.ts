import * as vscode from 'vscode';
import type { DiagnosticAction } from '../../core/catalog/diagnostics';
import type { DeploymentView } from '../../protocol/deployment';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { CommandId } from '../platform/contributions';
import { diagnosticCommands } from '../platform/diagnostic-commands';
import { templateUri } from '../platform/template-uri';
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
      return explain(reasonOf(wish.eventId, view), connectorUri);
    case 'act':
      // The page of the explanation is where a decoded reason can be read.
      if (wish.action === 'decode') return explain(failureOf(view), connectorUri, true);
      return act(wish.action, connectorUri, describe);
  }
}

async function act(action: DiagnosticAction, connectorUri: vscode.Uri, describe: Describe): Promise<void> {
  if (action === 'openTemplate') return open(templateUri(connectorUri, await describe(connectorUri)));
  const command = diagnosticCommands[action];
  if (command) await run(command, connectorUri);
}

function reasonOf(eventId: string, view: DeploymentView | undefined): string | null | undefined {
  return view?.phase === 'running' || view?.phase === 'done' ? view.events.find(({ id }) => id === eventId)?.reason : undefined;
}

const failureOf = (view: DeploymentView | undefined) => (view?.phase === 'done' ? view.outcome.failure?.reason : undefined);

async function explain(reason: string | null | undefined, connectorUri: vscode.Uri, decode = false): Promise<void> {
  if (reason != null) await run('defenderConnectors.explainError', { text: reason, connector: connectorUri, decode });
}

const run = async (command: CommandId, argument: unknown): Promise<void> => void (await vscode.commands.executeCommand(command, argument));

async function open(uri: vscode.Uri | undefined, line = 1): Promise<void> {
  if (!uri) return;
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
