import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import { nextPauseMs } from './refresh-schedule';

export interface WhileShown {
  readonly view: { readonly visible: boolean; readonly onDidChangeVisibility: vscode.Event<unknown> };
  /** False while there is nothing that could be read again, as before the first reading. */
  readonly isWanted: () => boolean;
  /** Reads again; gives the problem when that was refused. */
  readonly refresh: () => Promise<Problem | undefined>;
}

/** Reads again now and then, but only while the view is in sight in a window that has the focus; rarer where it was refused. */
export function refreshWhileShown({ view, isWanted, refresh }: WhileShown): vscode.Disposable {
  let pause = nextPauseMs(undefined, undefined);
  let dueAt = Date.now() + pause;
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy || Date.now() < dueAt || !view.visible || !vscode.window.state.focused || !isWanted()) return;
    isBusy = true;
    try {
      pause = nextPauseMs(pause, await refresh());
    } finally {
      dueAt = Date.now() + pause;
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), 60_000);
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearInterval(timer)),
    view.onDidChangeVisibility(() => void look()),
    vscode.window.onDidChangeWindowState(() => void look()),
  );
}
