import * as vscode from 'vscode';
import type { ConnectorSummary } from '../../protocol/server-requests';
import { generatedDocuments } from '../platform/generated-documents';
import type { SubscriptionList } from '../../app/azure/list-subscriptions';
import type { CommandRegistrar } from '../platform/register-command';
import { showProblem } from '../platform/show-problem';
import { requireTrust } from '../platform/trust';
import type * as Chunk from './azure-chunk';
import { azureSession, type AzureSession } from './azure-session';
import { azureSignIn } from './azure-sign-in';
import { problemText } from '../../core/model/problem-text';
import { selectSubscriptions, tenantTitle } from './select-subscriptions';
import { subscriptionMemory } from './subscription-memory';

export interface AzureHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly isTrusted: () => boolean;
  /** Reads one connector file now. */
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
}

/** The Azure code is loaded on first use and not before. */
const loadChunk = (): Promise<typeof Chunk> => import('./azure-chunk');

const loadCommands = () => import('./connector-commands');

export function registerAzure({ context, log, register, isTrusted, describe }: AzureHost): AzureSession {
  const signIn = azureSignIn(isTrusted);
  const memory = subscriptionMemory(context.workspaceState);
  const session = azureSession({ signIn, memory, loadChunk, env: process.env, tell: (problem) => void showProblem(problem, log) });

  const signInCommand = async () => {
    if (!requireTrust('Signing in to Azure', isTrusted) || !(await session.signIn())) return;
    const account = await signIn.account();
    const select = 'Select subscriptions';
    const message = account === undefined ? 'Signed in to Azure.' : `Signed in to Azure as ${account}.`;
    if ((await vscode.window.showInformationMessage(message, select)) === select) await selectCommand();
  };

  const selectCommand = async () => {
    if (!requireTrust('Reading subscriptions', isTrusted)) return;
    if (!(await session.isSignedIn()) && !(await session.signIn())) return;
    const list = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Reading Azure subscriptions' }, () => session.subscriptions());
    if (!list.ok) return showProblem(list.error, log);
    void tellRefused(session, list.value);
    const ids = await selectSubscriptions(list.value, memory.get());
    if (ids !== undefined) await session.choose(ids);
  };

  const documents = generatedDocuments('defender-connectors-azure');
  const commands = { session, loadChunk, documents, log, isTrusted, describe };
  context.subscriptions.push(
    documents,
    register('defenderConnectors.writeConnectorToAzure', async (argument) => (await loadCommands()).writeConnector(commands)(argument)),
    register('defenderConnectors.importConnectorFromAzure', async (...given) => (await loadCommands()).importFromAzure(commands)(...given)),
    register('defenderConnectors.deleteConnectorInAzure', async (argument) => (await loadCommands()).deleteFromAzure(commands)(argument)),
    signIn,
    session,
    register('defenderConnectors.signInToAzure', signInCommand),
    register('defenderConnectors.selectSubscriptions', selectCommand),
  );
  return session;
}

/** A guest's tenant may want a sign-in of its own, which nobody is asked for unless they say so. */
async function tellRefused(session: AzureSession, { refused }: SubscriptionList): Promise<void> {
  const [closed, other] = [true, false].map((wanted) => refused.find(({ problem }) => (problem.code === 'credentials') === wanted));
  if (other) void vscode.window.showWarningMessage(`The subscriptions of tenant ${tenantTitle(other.tenant)} are left out. ${problemText(other.problem)}`);
  if (!closed) return;
  const name = tenantTitle(closed.tenant);
  const signIn = `Sign in to ${name}`;
  if ((await vscode.window.showInformationMessage(`Tenant ${name} wants a sign-in of its own before its subscriptions can be read.`, signIn)) !== signIn) return;
  if (await session.signInTo(closed.tenant.id)) await vscode.commands.executeCommand('defenderConnectors.selectSubscriptions');
}
