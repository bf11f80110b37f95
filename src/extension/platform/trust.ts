import * as vscode from 'vscode';

/**
 * True in a trusted workspace. Otherwise says why not and offers VS Code's own trust page.
 * Menus already hide what needs trust; a command can still be called by a key binding or another extension.
 */
export function requireTrust(purpose: string, isTrusted: () => boolean): boolean {
  if (isTrusted()) return true;
  void offerTrust(`${purpose} uses credentials, which is off in a restricted workspace. Trust the workspace first.`);
  return false;
}

async function offerTrust(message: string): Promise<void> {
  const manage = 'Manage workspace trust';
  if ((await vscode.window.showWarningMessage(message, manage)) === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
}
