import * as vscode from 'vscode';
import type { Control } from '../../app/control';
import type { Result } from '../../core/model/result';

/** Reads something of AWS that may take its time, and can be cancelled. */
export const looking = <T>(title: string, run: (control: Control) => Promise<Result<T>>): Thenable<Result<T>> =>
  vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    return run({ signal: abort.signal });
  });
