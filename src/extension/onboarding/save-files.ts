import * as vscode from 'vscode';
import type { OnboardingFiles, PlannedFile } from '../../protocol/onboarding';
import { readTextFile } from '../platform/read-text-file';
import { changedPart } from './changed-part';

/** Writes the files as one edit that undo takes back, and saves them. False when VS Code refuses the edit. */
export async function saveFiles({ preview, texts }: OnboardingFiles): Promise<boolean> {
  const changed = preview.files.map((file, index) => ({ file, text: texts[index] ?? '' })).filter(({ file }) => file.status !== 'unchanged');
  if (changed.length === 0) return true;
  const edit = new vscode.WorkspaceEdit();
  for (const { file, text } of changed) await addEdit(edit, file, text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const saved = await Promise.all(changed.map(async ({ file }) => (await vscode.workspace.openTextDocument(vscode.Uri.parse(file.uri, true))).save()));
  return saved.every(Boolean);
}

async function addEdit(edit: vscode.WorkspaceEdit, { uri: url }: PlannedFile, text: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  if ((await readTextFile(uri)) === undefined) {
    edit.createFile(uri, { ignoreIfExists: true });
    edit.insert(uri, new vscode.Position(0, 0), text);
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const part = changedPart(document.getText(), text);
  edit.replace(uri, new vscode.Range(document.positionAt(part.start), document.positionAt(part.end)), part.newText);
}
