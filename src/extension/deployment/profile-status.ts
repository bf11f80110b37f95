import * as vscode from 'vscode';
import { isConnectorFile } from '../platform/connector-file';
import type { CredentialChoices } from './credentials-for';

/** The one status bar item: the profile of the connector file in the active editor. Hidden everywhere else. */
export function profileStatus(choices: CredentialChoices, accountOf: (uri: vscode.Uri) => string | undefined): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('defenderConnectors.profile', vscode.StatusBarAlignment.Left, 0);
  item.name = 'Defender Connectors: AWS profile';
  item.command = 'defenderConnectors.chooseProfile';
  const update = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const accountId = uri && isConnectorFile(uri.path) ? accountOf(uri) : undefined;
    if (accountId === undefined || !vscode.workspace.isTrusted) return item.hide();
    const known = choices.known(accountId);
    item.text = known ? `$(account) ${known.profile}` : '$(account) Choose profile';
    item.tooltip = known
      ? `AWS profile for account ${accountId}: ${known.profile}${known.region === null ? '' : `, region ${known.region}`}. Choose another.`
      : `Choose the AWS profile for account ${accountId}.`;
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    choices.onDidChoose(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidGrantWorkspaceTrust(update),
  );
}
