import * as vscode from 'vscode';
import type { ConnectorSummary } from '../../protocol/server-requests';
import { connectorFileTitle } from '../platform/connector-file';
import type { ConnectorArgument } from '../platform/contributions';
import { pickConnector } from '../platform/pick-connector';
import type { CommandRegistrar } from '../platform/register-command';
import { requireTrust } from '../platform/trust';
import type { CredentialChoices } from './credentials-for';
import type { DeploymentSessions } from './deployment-sessions';
import { isUsable, type UsableConnector } from './usable-connector';

export interface CommandsHost {
  readonly register: CommandRegistrar;
  readonly isTrusted: () => boolean;
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  readonly loadSessions: () => Promise<Pick<DeploymentSessions, 'start' | 'startOther'>>;
  readonly choices: Pick<CredentialChoices, 'choose' | 'chooseRegion'>;
}

export type OnConnector = (uri: vscode.Uri, connector: UsableConnector) => Promise<unknown>;

/** The commands that use credentials. Each asks for trust itself, whoever calls it. */
export function deploymentCommands(host: CommandsHost): readonly vscode.Disposable[] {
  const { register, loadSessions, choices } = host;
  const whenTrusted = connectorCommand(host);
  return [
    register('defenderConnectors.previewDeployment', whenTrusted('A preview', async (uri, connector) => (await loadSessions()).start(uri, connector, 'preview'))),
    register('defenderConnectors.deployConnector', whenTrusted('A deployment', async (uri, connector) => (await loadSessions()).start(uri, connector, 'deploy'))),
    register('defenderConnectors.deployOtherTemplate', whenTrusted('A preview', async (uri, connector) => (await loadSessions()).startOther(uri, connector))),
    register('defenderConnectors.chooseProfile', whenTrusted('A profile', (_uri, { accountId }) => choices.choose(accountId))),
    register('defenderConnectors.chooseRegion', whenTrusted('A region', (_uri, { accountId, stack }) => choices.chooseRegion(accountId, stack.region))),
  ];
}

/** What runs with a connector that says where to deploy, in a workspace that is trusted. */
export const connectorCommand =
  ({ isTrusted, describe }: Pick<CommandsHost, 'isTrusted' | 'describe'>) =>
  (purpose: string, run: OnConnector) =>
  async (argument: ConnectorArgument): Promise<void> => {
    if (!requireTrust(purpose, isTrusted)) return;
    const uri = await pickConnector(argument);
    if (!uri) return;
    const summary = await describe(uri);
    await (isUsable(summary) ? run(uri, summary) : tellUnusable(uri));
  };

async function tellUnusable(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri);
  await vscode.window.showWarningMessage(
    `${connectorFileTitle(uri.path)} does not say which AWS account and stack it is for. Put the marked problems right, then try again.`,
  );
}
