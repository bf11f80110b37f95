import * as vscode from 'vscode';

/** The difference is on the screen behind the question, so the question must not cover it: a notification, not a dialog. */
export async function confirmReplace(message: string): Promise<boolean> {
  const replace = 'Replace';
  return (await vscode.window.showWarningMessage(message, replace, 'Keep')) === replace;
}

/** One notification; what the generator left out is in the log in full. */
export const tellGenerated =
  (log: vscode.LogOutputChannel) =>
  (message: string, unknown: readonly string[]): void => {
    if (unknown.length === 0) return void vscode.window.showInformationMessage(message);
    for (const sentence of unknown) log.warn(sentence);
    void offerDetails(log, `${message} ${leftOut(unknown)}`);
  };

async function offerDetails(log: vscode.LogOutputChannel, message: string): Promise<void> {
  const details = 'Show details';
  if ((await vscode.window.showWarningMessage(message, details)) === details) log.show();
}

export const leftOut = (unknown: readonly string[]): string =>
  unknown.length === 1 ? (unknown[0] ?? '') : `${unknown.length} features are left out because their roles are not published.`;
