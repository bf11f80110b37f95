import * as vscode from 'vscode';

/**
 * True in a trusted workspace. Otherwise says why not and offers VS Code's own trust page.
 * Menus already hide what needs trust; a command can still be called by a key binding or another extension.
 */
export async function requireTrust(purpose: string): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = 'Manage workspace trust';
  const message = `${purpose} uses AWS credentials, which is off in a restricted workspace. Trust the workspace first.`;
  if ((await vscode.window.showWarningMessage(message, manage)) === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
  return false;
}
