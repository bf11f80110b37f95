import * as vscode from 'vscode';
import { isConnectorFile } from '../platform/connector-file';
import type { CredentialChoices } from './credentials-for';
import type { Credentials } from './deployment-chunk';

/** The one status bar item: the profile of the connector file in the active editor. Hidden everywhere else. */
export function profileStatus(choices: CredentialChoices, accountOf: (uri: vscode.Uri) => Promise<string | null>): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('defenderConnectors.profile', vscode.StatusBarAlignment.Left, 0);
  item.name = 'Defender Connectors: AWS profile';
  item.command = 'defenderConnectors.chooseProfile';

  const update = async () => {
    const uri = activeConnector();
    if (!uri || !vscode.workspace.isTrusted) return item.hide();
    const accountId = await accountOf(uri).catch(() => null); // the log has the reason; there is nothing to show
    if (uri.toString() !== activeConnector()?.toString()) return; // another editor came forward meanwhile
    if (accountId === null) return item.hide();
    show(item, accountId, choices.known(accountId));
  };
  void update();
  return vscode.Disposable.from(
    item,
    choices.onDidChoose(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidGrantWorkspaceTrust(update),
  );
}

function activeConnector(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && isConnectorFile(uri.path) ? uri : undefined;
}

function show(item: vscode.StatusBarItem, accountId: string, known: Pick<Credentials, 'profile' | 'region'> | undefined): void {
  item.text = known ? `$(account) ${known.profile}` : '$(account) Choose profile';
  const region = known?.region == null ? '' : `, region ${known.region}`;
  item.tooltip = known
    ? `AWS profile for account ${accountId}: ${known.profile}${region}. Choose another.`
    : `Choose the AWS profile for account ${accountId}.`;
  item.show();
}
