import * as vscode from 'vscode';
import { readTextFile } from '../platform/read-text-file';
import { showProblem } from '../platform/show-problem';
import { withCancel } from './azure-question';
import type { ConnectorCommandsHost } from './connector-commands';
import type { PickedConnector } from './pick-azure-connector';

/** Writes `<name>.connector.yaml` into the workspace. What stands there already is shown beside it and replaced on a yes only. */
export async function saveImported(host: Pick<ConnectorCommandsHost, 'session' | 'loadChunk' | 'documents' | 'log'>, { key, tenant }: PickedConnector): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return void vscode.window.showWarningMessage('Open a folder first: the connector file is written into it.');
  // The name comes from Azure: it must not lead out of the folder.
  const target = vscode.Uri.joinPath(folder.uri, `${key.name.replaceAll(/[^\w-]+/g, '-')}.connector.yaml`);
  const present = await readTextFile(target);
  const { importConnector, toConnectorText, connectorOfText } = await host.loadChunk();
  const file = present === undefined ? undefined : connectorOfText(target.path, present);
  const ports = await host.session.ports(tenant, { ask: true });
  const imported = await withCancel(`Importing connector ${key.name}`, (signal) => importConnector(ports, { key, tenant, ...(file ? { file } : {}) }, { signal }));
  if (!imported.ok) return showProblem(imported.error, host.log);
  const text = toConnectorText(imported.value.connector, { format: 'yaml' });
  if (present !== undefined && present !== text && !(await mayReplace(host, target, text))) return;
  if (present !== text) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(target);
  void vscode.window.showInformationMessage([`Connector ${key.name} is imported.`, ...imported.value.notes].join(' '));
}

async function mayReplace({ documents }: Pick<ConnectorCommandsHost, 'documents'>, target: vscode.Uri, text: string): Promise<boolean> {
  const name = target.path.split('/').at(-1) ?? '';
  await vscode.commands.executeCommand('vscode.diff', target, documents.show(target, text), `${name} (now ↔ Azure)`);
  const replace = 'Replace';
  return (await vscode.window.showWarningMessage(`${name} differs from what Azure has. Replace it? Its comments are lost.`, replace)) === replace;
}
