import * as vscode from 'vscode';

export function theExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('defender-connectors.defender-connectors');
  if (!extension) throw new Error('The extension is not installed in this host.');
  return extension;
}

/** A file of the example workspace. */
export function exampleUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Asks until the answer is there; an editor settles in its own time. */
export async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>, what: string, limitMs = 15_000): Promise<T> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited ${limitMs} ms in vain for ${what}.`);
}
