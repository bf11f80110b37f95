import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import type { Result } from '../../core/model/result';

export interface LoadedItem<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface LoadedPick<T> {
  readonly title: string;
  readonly placeHolder: string;
  /** Said where there is nothing to choose. */
  readonly none: string;
  readonly load: (signal: AbortSignal) => Promise<Result<readonly LoadedItem<T>[]>>;
  readonly showProblem: (problem: Problem) => Promise<void>;
}

/** A list that is filled from outside while it shows. Escape ends the loading too. Undefined when nothing was chosen. */
export async function pickLoaded<T>({ title, placeHolder, none, load, showProblem }: LoadedPick<T>): Promise<T | undefined> {
  const abort = new AbortController();
  const closing = new vscode.CancellationTokenSource();
  let problem: Problem | undefined;
  let empty = false;
  const items = load(abort.signal).then((loaded) => {
    if (!loaded.ok) problem = loaded.error;
    else if (loaded.value.length > 0) return loaded.value;
    else empty = true;
    closing.cancel();
    return [];
  });
  const chosen = await vscode.window.showQuickPick<LoadedItem<T>>(items, { title, placeHolder, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true }, closing.token);
  abort.abort();
  closing.dispose();
  if (problem) await showProblem(problem);
  if (empty) await vscode.window.showInformationMessage(none);
  return chosen?.value;
}
