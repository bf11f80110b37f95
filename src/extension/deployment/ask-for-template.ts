import * as vscode from 'vscode';
import { addressMistake } from '../../core/plan/template-address';

const mostListed = 50;

/** Which template is to be deployed in place of the connector's: path or address. Undefined when the user turns away. */
export async function askForTemplate(connectorUri: vscode.Uri): Promise<string | undefined> {
  const found = await vscode.workspace.findFiles('**/*.{template,template.json,template.yaml,template.yml,cfn.json,cfn.yaml}', '**/node_modules/**', mostListed);
  const files = [...found].sort((a, b) => a.path.localeCompare(b.path)).map((uri) => ({
    label: `$(file-code) ${uri.path.split('/').at(-1) ?? ''}`,
    description: vscode.workspace.asRelativePath(uri),
    ask: async (): Promise<string | undefined> => uri.fsPath,
  }));
  const elsewhere = [
    { label: '$(folder-opened) Choose a file…', description: '', ask: () => askForFile(connectorUri) },
    { label: '$(link) Give an address…', description: 'https, such as an object in S3', ask: askForAddress },
  ];
  const chosen = await vscode.window.showQuickPick([...elsewhere, ...files], {
    title: 'Deploy another template',
    placeHolder: 'It takes the place of the connector’s template; the stack keeps its parameters. Nothing changes before you have seen the preview.',
    matchOnDescription: true,
  });
  return chosen?.ask();
}

async function askForFile(connectorUri: vscode.Uri): Promise<string | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: 'Template to deploy',
    defaultUri: vscode.Uri.joinPath(connectorUri, '..'),
    filters: { 'CloudFormation template': ['json', 'yaml', 'yml', 'template', 'cfn'] },
  });
  return chosen?.[0]?.fsPath;
}

const askForAddress = (): Promise<string | undefined> =>
  Promise.resolve(
    vscode.window.showInputBox({
      title: 'Address of the template',
      prompt: 'An object in S3 is read with the profile that deploys; every other address without keys.',
      placeHolder: 'https://bucket.s3.region.amazonaws.com/template.json',
      ignoreFocusOut: true,
      validateInput: (value) => addressMistake(value.trim()),
    }),
  ).then((address) => address?.trim());
