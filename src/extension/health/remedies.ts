import * as vscode from 'vscode';
import { actionWords } from '../../core/diagnose/action-words';
import type { ConnectorIssue, IssueAction } from '../../core/model/health';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { CommandId } from '../platform/contributions';
import type { IssueRemedy } from './health-session';

/** What a deployment of the right template puts right, of what our verification finds; docs/health.md has the checks. */
const byDeployment: ReadonlySet<string> = new Set([
  'aws-oidc-provider', 'aws-oidc-audiences', 'aws-role-exists', 'aws-role-trust', 'aws-role-permissions', 'aws-stack',
]);

interface Concern {
  readonly uri: vscode.Uri;
  readonly issue: ConnectorIssue;
  readonly summary: ConnectorSummary | undefined;
}

/** Undefined where there is nothing that it could be done to. */
type Remedy = (concern: Concern) => (() => Thenable<unknown>) | undefined;

const command =
  (id: CommandId): Remedy =>
  ({ uri }) =>
  () =>
    vscode.commands.executeCommand(id, uri);

const remedies: Readonly<Record<IssueAction, Remedy>> = {
  preview: command('defenderConnectors.previewDeployment'),
  generateTemplate: command('defenderConnectors.generateTemplate'),
  openTemplate: ({ uri, summary }) => {
    const template = summary?.stack?.template;
    return template == null ? undefined : () => vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(uri, '..', template));
  },
  openConnector: command('defenderConnectors.openConnector'),
  chooseProfile: command('defenderConnectors.chooseProfile'),
  continueRollback: command('defenderConnectors.continueRollback'),
  deleteStack: command('defenderConnectors.deleteStack'),
  drift: command('defenderConnectors.checkDrift'),
  decode: ({ uri, issue }) => () => vscode.commands.executeCommand('defenderConnectors.explainError' satisfies CommandId, { text: issue.description, connector: uri.toString(), decode: true }),
};

/** Every one of these looks or asks first: none changes a cloud by itself. */
export function remedyOf(uri: vscode.Uri, issue: ConnectorIssue, summary: ConnectorSummary | undefined): IssueRemedy | undefined {
  const { action, source, key } = issue;
  const wanted = action ?? (source === 'verification' && byDeployment.has(key) ? 'preview' : undefined);
  const run = wanted && remedies[wanted]({ uri, issue, summary });
  return run && { label: actionWords[wanted].label, run };
}
