import * as vscode from 'vscode';
import type { PlannedFile } from '../../protocol/onboarding';
import { readTextFile } from '../platform/read-text-file';
import { changedPart } from './changed-part';

/** Writes and saves the files, each as an edit of its own that undo in its editor takes back. False when VS Code refuses one. */
export async function saveFiles(files: readonly PlannedFile[]): Promise<boolean> {
  for (const { uri, text, status } of files) {
    if (status !== 'unchanged' && !(await saveFile(vscode.Uri.parse(uri, true), text))) return false;
  }
  return true;
}

/** Also a file that is not there yet. */
export async function saveFile(uri: vscode.Uri, text: string): Promise<boolean> {
  if ((await readTextFile(uri)) === undefined) await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  const document = await vscode.workspace.openTextDocument(uri);
  const part = changedPart(document.getText(), text);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(part.start), document.positionAt(part.end)), part.newText);
  return (await vscode.workspace.applyEdit(edit)) && document.save();
}
