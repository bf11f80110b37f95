import * as vscode from 'vscode';
import type { StackOperation } from '../../../core/operation/stack-operation';
import { operationTitle } from '../../../core/operation/operation-words';
import type { StackEvent } from '../../../core/plan/deployment-preview';
import type { CommandRegistrar } from '../../platform/register-command';
import { showProblem } from '../../platform/show-problem';
import type { DeploymentArgument } from '../../platform/contributions';
import type * as Chunk from '../journal-chunk';
import type { Deployments } from './deployments';

export interface HistoryHost {
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly deployments: Deployments;
  readonly loadChunk: () => Promise<Pick<typeof Chunk, 'operationJson' | 'operationMarkdown'>>;
  readonly open: (operation: StackOperation) => Promise<void>;
  readonly follow: (operation: StackOperation) => Promise<void>;
}

/** What can be done with a row of the Deployments view, also from the palette. None of it changes AWS. */
export function deploymentsCommands(host: HistoryHost): readonly vscode.Disposable[] {
  const { register, deployments } = host;
  const on = (run: (operation: StackOperation) => Promise<unknown>) => async (argument: DeploymentArgument) => {
    const operation = (await given(deployments, argument)) ?? (await choose(deployments));
    if (operation) await run(operation);
  };
  return [
    register('defenderConnectors.openDeployment', on(host.open)),
    register('defenderConnectors.followDeployment', on(host.follow)),
    register('defenderConnectors.copyDeployment', on((operation) => copy(host, operation))),
    register('defenderConnectors.exportDeployment', on((operation) => exportDeployment(host, operation))),
    register('defenderConnectors.forgetDeployment', on((operation) => forget(host, [operation]))),
    register('defenderConnectors.clearDeployments', async () => clear(host, await deployments.list())),
  ];
}

/** A row passes itself; only its id is believed. */
async function given(deployments: Deployments, argument: DeploymentArgument): Promise<StackOperation | undefined> {
  const id = argument?.operation?.id;
  return id === undefined ? undefined : (await deployments.list()).find((operation) => operation.id === id);
}

async function choose(deployments: Deployments): Promise<StackOperation | undefined> {
  const operations = await deployments.list();
  if (operations.length === 0) {
    await vscode.window.showInformationMessage('Nothing was deployed from this workspace yet.');
    return undefined;
  }
  const items = operations.map((operation) => ({
    label: operationTitle(operation),
    description: `${operation.target.accountId} ${operation.target.region}`,
    detail: operation.end?.summary ?? `Begun ${new Date(operation.begunAt).toLocaleString()}, not ended`,
    operation,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'Deployment', matchOnDescription: true, matchOnDetail: true }))?.operation;
}

const content = async ({ deployments }: HistoryHost, operation: StackOperation): Promise<readonly [StackOperation, readonly StackEvent[]]> => [
  operation,
  await deployments.events(operation),
];

async function copy(host: HistoryHost, operation: StackOperation): Promise<void> {
  const { operationMarkdown } = await host.loadChunk();
  await vscode.env.clipboard.writeText(operationMarkdown(...(await content(host, operation))));
  vscode.window.setStatusBarMessage('Deployment copied as Markdown.', 3_000);
}

async function exportDeployment(host: HistoryHost, operation: StackOperation): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${operation.target.stack}-${operation.begunAt.slice(0, 10)}.md`;
  const target = await vscode.window.showSaveDialog({
    title: 'Export deployment',
    filters: { Markdown: ['md'], JSON: ['json'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!target) return;
  const { operationJson, operationMarkdown } = await host.loadChunk();
  const write = /\.json$/i.test(target.path) ? operationJson : operationMarkdown;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(write(...(await content(host, operation)))));
  await vscode.window.showTextDocument(target);
}

async function clear(host: HistoryHost, operations: readonly StackOperation[]): Promise<void> {
  const ended = operations.filter(({ end }) => end !== null);
  const count = ended.length === 1 ? 'the deployment that has ended' : `all ${ended.length} deployments that have ended`;
  const forgetThem = 'Forget';
  const detail = 'Their events, and the templates that they could be rolled back to, are deleted from this computer. AWS keeps what it has.';
  const answer = ended.length > 0 && (await vscode.window.showWarningMessage(`Forget ${count}?`, { modal: true, detail }, forgetThem));
  if (answer === forgetThem) await forget(host, ended);
}

async function forget({ deployments, log }: HistoryHost, operations: readonly StackOperation[]): Promise<void> {
  const journal = await deployments.journal();
  for (const { id, end } of operations) {
    // One that has not ended would be forgotten while it runs.
    const removed = end === null ? undefined : await journal?.remove(id);
    if (removed && !removed.ok) return showProblem(removed.error, log);
  }
  deployments.reload();
}
