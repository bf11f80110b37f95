import * as vscode from 'vscode';

export type ReportProgress = (message: string, incrementPercent?: number) => void;

/** A page that shows the progress of the work itself, with a way to cancel it. */
export interface ProgressPage {
  readonly isVisible: () => boolean;
  readonly onDidChangeVisible: vscode.Event<unknown>;
}

export interface ProgressOptions {
  readonly title: string;
  readonly page: ProgressPage;
  readonly abort: AbortController;
}

/**
 * Runs long work. While its page is visible the status bar alone says that something runs; while nobody can see the page,
 * a notification does, with a Cancel button that aborts the signal.
 */
export async function withProgressInContext<T>(options: ProgressOptions, work: (report: ReportProgress) => Promise<T>): Promise<T> {
  const { report, showOn } = remembered();
  const done = work(report);
  const ended = done.then(() => true, () => true);
  while (!(await untilPageChanges(options, ended, showOn)));
  return done;
}

type Shown = vscode.Progress<{ message?: string; increment?: number }>;

/** True when the work has ended, false when the page came into sight or went out of it. */
function untilPageChanges({ title, page, abort }: ProgressOptions, ended: Promise<boolean>, showOn: (shown: Shown) => void): Thenable<boolean> {
  const hidden = !page.isVisible();
  const location = hidden ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
  return vscode.window.withProgress({ location, title, cancellable: hidden }, async (progress, token) => {
    showOn(progress);
    const subscriptions = [token.onCancellationRequested(() => abort.abort())];
    const changed = new Promise<boolean>((resolve) => {
      subscriptions.push(page.onDidChangeVisible(() => page.isVisible() === hidden && resolve(false)));
    });
    try {
      return await Promise.race([ended, changed]);
    } finally {
      vscode.Disposable.from(...subscriptions).dispose();
    }
  });
}

/** Who looks later sees at once how far it is. */
function remembered() {
  let shown: Shown | undefined;
  let message: string | undefined;
  let percent = 0;
  const report: ReportProgress = (words, increment = 0) => {
    message = words;
    percent += increment;
    shown?.report({ message: words, increment });
  };
  const showOn = (progress: Shown) => {
    shown = progress;
    if (message !== undefined) progress.report({ message, increment: percent });
  };
  return { report, showOn };
}
