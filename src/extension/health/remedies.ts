import * as vscode from 'vscode';
import type { ConnectorIssue, IssueAction } from '../../core/model/health';
import type { CommandId } from '../platform/contributions';
import type { IssueRemedy } from './health-session';

/** What a deployment of the right template puts right, of what our verification finds; docs/health.md has the checks. */
const byDeployment: ReadonlySet<string> = new Set([
  'aws-oidc-provider', 'aws-oidc-audiences', 'aws-role-exists', 'aws-role-trust', 'aws-role-permissions', 'aws-stack',
]);

const remedies: Readonly<Record<IssueAction, readonly [label: string, command: CommandId]>> = {
  preview: ['Preview the deployment', 'defenderConnectors.previewDeployment'],
  generateTemplate: ['Generate the template anew', 'defenderConnectors.generateTemplate'],
  openConnector: ['Open the connector file', 'defenderConnectors.openConnector'],
  drift: ['Look for drift', 'defenderConnectors.checkDrift'],
};

/** Every one of these looks or asks first: none changes a cloud by itself. */
export function remedyOf(uri: vscode.Uri, { key, source, action }: ConnectorIssue): IssueRemedy | undefined {
  const wanted = action ?? (source === 'verification' && byDeployment.has(key) ? 'preview' : undefined);
  if (!wanted) return undefined;
  const [label, command] = remedies[wanted];
  return { label, run: () => vscode.commands.executeCommand(command, uri) };
}
