import * as vscode from 'vscode';
import type { ConnectorSummary } from '../../protocol/server-requests';

/** The template file that the connector names. */
export function templateUri(connectorUri: vscode.Uri, summary: ConnectorSummary | undefined): vscode.Uri | undefined {
  const path = summary?.stack?.template;
  return path == null ? undefined : vscode.Uri.joinPath(connectorUri, '..', path);
}
