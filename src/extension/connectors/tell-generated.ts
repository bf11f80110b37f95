import * as vscode from 'vscode';

/** The difference is on the screen behind the question, so the question must not cover it: a notification, not a dialog. */
export async function confirmReplace(message: string): Promise<boolean> {
  const replace = 'Replace';
  return (await vscode.window.showWarningMessage(message, replace, 'Keep')) === replace;
}

/** There is nothing to look at behind this question, and it names a place that nobody expects: a dialog. */
export async function confirmOutside(path: string): Promise<boolean> {
  const write = 'Write there';
  const detail = `The connector file names this place for its template:\n${path}`;
  return (await vscode.window.showWarningMessage('Write a template outside of this workspace?', { modal: true, detail }, write)) === write;
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
