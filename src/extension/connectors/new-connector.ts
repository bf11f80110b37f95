import * as vscode from 'vscode';
import { connectorSnippet } from './connector-snippet';

/** Asks for a name, creates the file and leaves the cursor in its first blank. Works without AWS and without Azure. */
export async function newConnector(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    await vscode.window.showInformationMessage('A connector file lives in a folder. Open a folder first, then create the file.');
    return;
  }
  const name = await vscode.window.showInputBox({
    title: 'New connector file',
    prompt: 'Name of the connector, for example contoso-production',
    validateInput: (value) => nameProblem(value.trim()),
  });
  if (name === undefined) return;
  const uri = vscode.Uri.joinPath(folder.uri, `${name.trim()}.connector.yaml`);
  if (await exists(uri)) {
    await vscode.window.showTextDocument(uri);
    const message = `${name.trim()}.connector.yaml is there already and was opened. Nothing was changed.`;
    await vscode.window.showInformationMessage(message);
    return;
  }
  await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  const editor = await vscode.window.showTextDocument(uri);
  await editor.insertSnippet(new vscode.SnippetString(connectorSnippet(name.trim())));
}

/** The name is the file's too, so it takes what every file system takes. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'The connector needs a name.';
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return undefined;
  return 'Use letters, digits, hyphens, dots and underscores, and begin with a letter or a digit.';
}

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
