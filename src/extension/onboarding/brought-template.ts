import * as vscode from 'vscode';
import type { LookUp } from './look-ups';

/** A template that somebody has, such as the one downloaded from the portal, instead of a generated one. */
export const broughtTemplate = (folder: vscode.Uri): LookUp => ({
  label: 'Use a template downloaded from the portal…',
  find: async () => {
    const [chosen] = (await vscode.window.showOpenDialog({
      title: 'Template downloaded from the portal', openLabel: 'Use this template', defaultUri: folder, canSelectMany: false,
      filters: { 'CloudFormation templates': ['json', 'yaml', 'yml', 'template'] },
    })) ?? [];
    const value = chosen && (pathInside(folder, chosen) ?? (await copyBeside(folder, chosen)));
    return value === undefined ? undefined : { answers: [{ field: 'deployment.templateFrom', value: 'portal' }, { field: 'deployment.template', value }], account: null };
  },
});

/** The way to a file from the folder that holds it; undefined for one that lies elsewhere. */
export function pathInside(folder: Pick<vscode.Uri, 'path' | 'scheme'>, file: Pick<vscode.Uri, 'path' | 'scheme'>): string | undefined {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.scheme === folder.scheme && file.path.startsWith(root) ? file.path.slice(root.length) : undefined;
}

/** A connector and its template belong together, under version control. Nothing that is there is written over. */
async function copyBeside(folder: vscode.Uri, file: vscode.Uri): Promise<string | undefined> {
  const name = file.path.split('/').at(-1) ?? 'template.json';
  const copy = 'Copy';
  const question = `Copy ${name} to the folder of the connector? A connector file names a template that lies with it.`;
  if ((await vscode.window.showInformationMessage(question, { modal: true }, copy)) !== copy) return undefined;
  try {
    await vscode.workspace.fs.copy(file, vscode.Uri.joinPath(folder, name), { overwrite: false });
    return name;
  } catch (error) {
    const why = error instanceof vscode.FileSystemError && error.code === 'FileExists' ? `There is a ${name} already.` : 'The folder may not be written to.';
    await vscode.window.showWarningMessage(`${name} was not copied. ${why}`);
    return undefined;
  }
}
