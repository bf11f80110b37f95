import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';

/** Whether a template is to be previewed although it was found to have errors. */
export async function agreesToErrors({ message, action }: Problem): Promise<boolean> {
  const yes = 'Preview all the same';
  const detail = [message, action ?? '', 'A preview changes nothing.'].join('\n\n');
  return (await vscode.window.showWarningMessage('Preview a template that has errors?', { modal: true, detail }, yes)) === yes;
}
