import * as vscode from 'vscode';

export async function confirmStartingOver(): Promise<boolean> {
  const yes = 'Start over';
  return (await vscode.window.showWarningMessage('Start over? What was answered here and not saved is lost.', { modal: true }, yes)) === yes;
}
