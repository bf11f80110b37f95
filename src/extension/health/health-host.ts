import type * as vscode from 'vscode';
import type { ConnectorIssue, HealthStatement } from '../../core/model/health';
import type { Result } from '../../core/model/result';
import type { ConnectorSummary } from '../../protocol/server-requests';
import { connectorFileTitle } from '../platform/connector-file';
import type { HealthStatements } from '../platform/health-statements';
import type { CommandRegistrar } from '../platform/register-command';
import type { StackLook } from '../platform/stack-look';
import type { IssueRemedy, LookControl } from './health-session';

/** What the window knows of one connector file. */
export interface KnownConnector {
  readonly summary: ConnectorSummary | undefined;
  readonly look: StackLook | undefined;
}

export interface HealthHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly statements: HealthStatements;
  readonly known: (uri: vscode.Uri) => KnownConnector;
  readonly onDidChangeKnown: vscode.Event<vscode.Uri | undefined>;
  /** Looks at the stack too, so that it is as new as the rest. */
  readonly lookAtStack: (uri: vscode.Uri) => Promise<void>;
  /** Our own look into AWS. */
  readonly verify: Look;
  readonly azure: AzureOfHealth;
  readonly fixOf: (uri: vscode.Uri, issue: ConnectorIssue) => IssueRemedy | undefined;
  readonly isTrusted: () => boolean;
}

export type Look = (uri: vscode.Uri, control: LookControl) => Promise<Result<HealthStatement>>;

export interface AzureOfHealth {
  /** Known without asking: what the last look at the account said. */
  readonly isSignedIn: () => boolean;
  readonly onDidChange: vscode.Event<unknown>;
  /** False when the user turned away. */
  readonly signIn: () => Promise<boolean>;
  readonly read: Look;
  /** Address of the connector in the portal; undefined where its place in Azure is not known. */
  readonly portalUrl: (summary: ConnectorSummary) => string | undefined;
}

export const nameOf = ({ known }: HealthHost, uri: vscode.Uri): string => known(uri).summary?.name ?? connectorFileTitle(uri.path);
