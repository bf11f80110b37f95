import * as vscode from 'vscode';
import { connectorFileTitle, isConnectorFile } from './connector-file';
import { connectorGlob, type ConnectorArgument } from './contributions';

/** The connector a command is about: its argument, else the active editor's file, else the only one, else the user's choice. */
export async function pickConnector(argument: ConnectorArgument): Promise<vscode.Uri | undefined> {
  const given = toUri(argument) ?? vscode.window.activeTextEditor?.document.uri;
  if (given && isConnectorFile(given.path)) return given;
  const uris = await findConnectorFiles();
  if (uris.length <= 1) return uris[0] ?? (await tellNone());
  return (await choose(uris))?.uri;
}

export async function findConnectorFiles(): Promise<readonly vscode.Uri[]> {
  const uris = await vscode.workspace.findFiles(connectorGlob, '**/node_modules/**');
  return [...uris].sort((a, b) => a.path.localeCompare(b.path));
}

function choose(uris: readonly vscode.Uri[]) {
  const items = uris.map((uri) => ({
    label: connectorFileTitle(uri.path),
    description: vscode.workspace.asRelativePath(uri),
    iconPath: new vscode.ThemeIcon('plug'),
    uri,
  }));
  return vscode.window.showQuickPick(items, { title: 'Choose a connector', placeHolder: 'Connector file', matchOnDescription: true });
}

async function tellNone(): Promise<undefined> {
  const create = 'New connector file';
  const message = 'There is no connector file in this workspace. Create one, or open a folder that has one.';
  if ((await vscode.window.showInformationMessage(message, create)) === create) {
    await vscode.commands.executeCommand('defenderConnectors.newConnector');
  }
  return undefined;
}

function toUri(argument: ConnectorArgument): vscode.Uri | undefined {
  if (typeof argument === 'string') return argument.includes('://') ? vscode.Uri.parse(argument, true) : vscode.Uri.file(argument);
  if (argument instanceof vscode.Uri) return argument;
  return argument?.uri instanceof vscode.Uri ? argument.uri : undefined;
}
