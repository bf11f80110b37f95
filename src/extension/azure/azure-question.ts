import * as vscode from 'vscode';
import type { AzureQuestion } from './confirmation-words';

/** The last word before Azure is changed: VS Code's own dialog, which no page and no file can answer. */
export async function askBeforeWriting({ question, detail, yes }: AzureQuestion): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

/** Long work with a cancel that the work hears. */
export const withCancel = <T>(title: string, work: (signal: AbortSignal, report: (sentence: string) => void) => Promise<T>): Thenable<T> =>
  vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) => {
    const abort = new AbortController();
    const listening = token.onCancellationRequested(() => abort.abort());
    return work(abort.signal, (message) => progress.report({ message })).finally(() => listening.dispose());
  });
