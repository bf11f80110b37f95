import * as vscode from 'vscode';
import type { ArmConnector } from '../../core/model/arm-body';
import type { Connector } from '../../core/model/connector';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { ConnectorArgument } from '../platform/contributions';
import type { GeneratedDocuments } from '../platform/generated-documents';
import { pickConnector } from '../platform/pick-connector';
import { readTextFile } from '../platform/read-text-file';
import { showProblem } from '../platform/show-problem';
import { requireTrust } from '../platform/trust';
import type * as Chunk from './azure-chunk';
import { askBeforeWriting, withCancel } from './azure-question';
import type { AzureSession } from './azure-session';
import { deletionWords, writeWords, type AzureQuestion } from './confirmation-words';
import { pickAzureConnector } from './pick-azure-connector';
import { saveImported } from './save-imported';

export interface ConnectorCommandsHost {
  readonly session: AzureSession;
  readonly loadChunk: () => Promise<typeof Chunk>;
  readonly documents: GeneratedDocuments;
  readonly log: vscode.LogOutputChannel;
  readonly isTrusted: () => boolean;
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  readonly confirm?: (question: AzureQuestion) => Promise<boolean>;
}

/** Shows what writing the file's connector would change, asks, and writes it. */
export const writeConnector = (host: ConnectorCommandsHost) => async (argument: ConnectorArgument): Promise<void> => {
  const about = await connectorFor(host, 'Writing to Azure', argument);
  if (!about) return;
  const { connector, uri } = about;
  const { planConnector, applyConnector } = await host.loadChunk();
  const ports = await host.session.ports(connector.azure.tenant, { ask: true });
  const plan = await withCancel(`Comparing ${connector.name} with Azure`, (signal) => planConnector(ports, connector, { signal }));
  if (!plan.ok) return showProblem(plan.error, host.log);
  if (plan.value.action === 'none') {
    return void vscode.window.showInformationMessage(`Azure has what the file says of connector ${connector.name}. There is nothing to do.`);
  }
  await showDifference(host.documents, uri, connector.name, plan.value.before, plan.value.body);
  if (!(await (host.confirm ?? askBeforeWriting)(writeWords(plan.value))) || !requireTrust('Writing to Azure', host.isTrusted)) return;
  const written = await withCancel(`Writing connector ${connector.name}`, (signal, report) => applyConnector(ports, plan.value, { signal, report }));
  host.session.changed();
  if (!written.ok) return showProblem(written.error, host.log);
  void vscode.window.showInformationMessage(`Connector ${connector.name} is ${plan.value.action === 'create' ? 'created' : 'updated'} in Azure. Its health follows when Defender for Cloud has looked.`);
};

/** Says what goes and what stays, asks, and deletes. */
export const deleteFromAzure = (host: ConnectorCommandsHost) => async (argument: ConnectorArgument): Promise<void> => {
  if (!requireTrust('Deleting in Azure', host.isTrusted) || !(await signedIn(host))) return;
  const picked = await targetOf(host, argument);
  if (!picked) return;
  const { planDeletion, deleteConnector } = await host.loadChunk();
  const ports = await host.session.ports(picked.tenant, { ask: true });
  const plan = await withCancel(`Looking at connector ${picked.key.name}`, (signal) => planDeletion(ports, picked.key, { signal }));
  if (!plan.ok) return showProblem(plan.error, host.log);
  if (!(await (host.confirm ?? askBeforeWriting)(deletionWords(plan.value))) || !requireTrust('Deleting in Azure', host.isTrusted)) return;
  const deleted = await withCancel(`Deleting connector ${picked.key.name}`, (signal) => deleteConnector(ports, plan.value, { signal }));
  host.session.changed();
  if (!deleted.ok) return showProblem(deleted.error, host.log);
  void vscode.window.showInformationMessage(`Connector ${picked.key.name} is deleted in Azure. In AWS its stack is still there.`);
};

/** Writes the connector file that says what Azure has. */
export const importFromAzure = (host: ConnectorCommandsHost) => async (): Promise<void> => {
  if (!requireTrust('Reading from Azure', host.isTrusted) || !(await signedIn(host))) return;
  const picked = await pickAzureConnector(host.session, host.log);
  if (!picked) return;
  await saveImported(host, picked);
};

async function connectorFor(host: ConnectorCommandsHost, purpose: string, argument: ConnectorArgument): Promise<{ readonly uri: vscode.Uri; readonly connector: Connector } | undefined> {
  if (!requireTrust(purpose, host.isTrusted)) return undefined;
  const uri = await pickConnector(argument);
  if (!uri || !(await signedIn(host))) return undefined;
  const [text, summary] = [await readTextFile(uri), await host.describe(uri)];
  const connector = text === undefined || (summary?.errors ?? 0) > 0 ? undefined : (await host.loadChunk()).connectorOfText(uri.path, text);
  if (connector) return { uri, connector };
  await vscode.window.showTextDocument(uri);
  void vscode.window.showWarningMessage(`${summary?.firstProblem ?? 'This file declares no connector.'} Put the marked problems right, then try again.`);
  return undefined;
}

/** A file's connector, else one of those that Azure lists. */
async function targetOf(host: ConnectorCommandsHost, argument: ConnectorArgument) {
  if (argument === undefined) return pickAzureConnector(host.session, host.log);
  const about = await connectorFor(host, 'Deleting in Azure', argument);
  if (!about) return undefined;
  const { name, azure: { tenant, subscription, resourceGroup } } = about.connector;
  return { tenant, key: { subscription, resourceGroup, name } };
}

const signedIn = async ({ session }: ConnectorCommandsHost): Promise<boolean> => (await session.isSignedIn()) || session.signIn();

async function showDifference(documents: GeneratedDocuments, uri: vscode.Uri, name: string, before: ArmConnector | null, after: ArmConnector): Promise<void> {
  const show = (side: string, body: ArmConnector | null) =>
    documents.show(vscode.Uri.joinPath(uri, '..', side, `${name.replaceAll(/[^\w.-]/g, '-')}.json`), body === null ? '' : `${JSON.stringify(body, null, 2)}\n`);
  await vscode.commands.executeCommand('vscode.diff', show('in-azure', before), show('from-file', after), `${name} (Azure now ↔ file)`);
}
