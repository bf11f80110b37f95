import * as vscode from 'vscode';

export type ReportProgress = (message: string, incrementPercent?: number) => void;

/** Runs long work under a notification with a Cancel button, which aborts the signal. */
export function withCancellableProgress<T>(
  title: string,
  work: (report: ReportProgress, abort: AbortController) => Promise<T>,
  abort: AbortController = new AbortController(),
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, async (progress, token) => {
      const subscription = token.onCancellationRequested(() => abort.abort());
      const report: ReportProgress = (message, increment) =>
        progress.report(increment === undefined ? { message } : { message, increment });
      try {
        return await work(report, abort);
      } finally {
        subscription.dispose();
      }
    }),
  );
}
