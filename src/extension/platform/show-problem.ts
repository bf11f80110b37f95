import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import { problemText } from '../../core/model/problem-text';

/** Tells a problem once, as a notification. A cancel is the user's own wish and stays silent. */
export async function showProblem(problem: Problem, log: vscode.LogOutputChannel): Promise<void> {
  if (problem.code === 'cancelled') return;
  log.warn(`${problem.code}: ${problem.message}${problem.detail === undefined ? '' : ` (${problem.detail})`}`);
  const showLog = 'Show log';
  const chosen = await vscode.window.showErrorMessage(problemText(problem), ...(problem.detail === undefined ? [] : [showLog]));
  if (chosen === showLog) log.show();
}
