import * as vscode from 'vscode';
import { hasErrors } from '../../core/onboarding/wizard-state';
import type { OnboardingOutput, OnboardingPreview } from '../../protocol/onboarding';
import type { GeneratedDocuments } from '../platform/generated-documents';
import { saveFile, saveFiles } from './save-files';

/** The connector file's uri once all is written; undefined when nothing was, and why was said. */
export async function writeFiles({ problems, files }: OnboardingPreview): Promise<vscode.Uri | undefined> {
  const connector = files.find(({ kind }) => kind === 'connector');
  if (hasErrors(problems) || !connector) {
    const first = problems.find(({ severity }) => severity === 'error')?.message ?? 'There is no file to write.';
    await vscode.window.showWarningMessage(`Nothing was saved. ${first}`);
    return undefined;
  }
  if (await saveFiles(files)) return vscode.Uri.parse(connector.uri, true);
  await vscode.window.showErrorMessage('The files could not be written. Look whether the folder may be written to, then save again.');
  return undefined;
}

/** After saving: the file in its editor, and the preview of its deployment where that was the wish. */
export async function showWritten(written: vscode.Uri, thenPreview: boolean): Promise<void> {
  await vscode.window.showTextDocument(written);
  if (thenPreview) await vscode.commands.executeCommand('defenderConnectors.previewDeployment', written);
}

/** The native diff of what is there with what would be written. */
export async function compareFile({ files }: OnboardingPreview, index: number, documents: GeneratedDocuments): Promise<void> {
  const file = files[index];
  if (!file) return;
  const target = vscode.Uri.parse(file.uri, true);
  const now = file.status === 'new' ? documents.show(target.with({ path: `${target.path}.absent` }), '') : target;
  await vscode.commands.executeCommand('vscode.diff', now, documents.show(target, file.text), `${file.name} (now ↔ to be written)`);
}

/** Terraform beside the connector file, each file as an edit that undo takes back. */
export async function writeTerraform(output: OnboardingOutput, folder: vscode.Uri): Promise<void> {
  if (!output.ok) return void vscode.window.showWarningMessage(`No Terraform was written. ${output.message}`);
  const written: vscode.Uri[] = [];
  for (const { name, text } of output.files) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (await saveFile(uri, text)) written.push(uri);
  }
  if (written.length < output.files.length) return void vscode.window.showErrorMessage('Not all Terraform files could be written. Look whether the folder may be written to, then try again.');
  const [first] = written;
  if (first) await vscode.window.showTextDocument(first);
  void vscode.window.showInformationMessage([`Written: ${output.files.map(({ name }) => name).join(', ')}.`, ...output.notes].join(' '));
}
