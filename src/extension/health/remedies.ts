import * as vscode from 'vscode';
import { actionWords } from '../../core/diagnose/action-words';
import type { ConnectorIssue, IssueAction } from '../../core/model/health';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { CommandId, ErrorArgument } from '../platform/contributions';
import { diagnosticCommands } from '../platform/diagnostic-commands';
import { templateUri } from '../platform/template-uri';
import type { IssueRemedy } from './health-session';

/** What a deployment of the right template puts right, of what our verification finds; docs/health.md has the checks. */
const byDeployment: ReadonlySet<string> = new Set([
  'aws-oidc-provider', 'aws-oidc-audiences', 'aws-role-exists', 'aws-role-trust', 'aws-role-permissions', 'aws-stack',
]);

/** Every one of these looks or asks first: none changes a cloud by itself. Undefined where there is nothing that it could be done to. */
export function remedyOf(uri: vscode.Uri, issue: ConnectorIssue, summary: ConnectorSummary | undefined): IssueRemedy | undefined {
  const { action, source, key } = issue;
  const wanted = action ?? (source === 'verification' && byDeployment.has(key) ? 'preview' : undefined);
  const run = wanted && runOf(wanted, uri, issue, summary);
  return run && { label: actionWords[wanted].label, run };
}

function runOf(action: IssueAction, uri: vscode.Uri, { description }: ConnectorIssue, summary: ConnectorSummary | undefined): IssueRemedy['run'] | undefined {
  if (action === 'openTemplate') {
    const template = templateUri(uri, summary);
    return template && (() => vscode.commands.executeCommand('vscode.open', template));
  }
  if (action === 'decode') return () => explain({ text: description, connector: uri, decode: true });
  const command = diagnosticCommands[action];
  return command && (() => vscode.commands.executeCommand(command, uri));
}

const explain = (error: ErrorArgument): Thenable<unknown> => vscode.commands.executeCommand('defenderConnectors.explainError' satisfies CommandId, error);
