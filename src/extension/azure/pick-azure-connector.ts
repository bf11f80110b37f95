import * as vscode from 'vscode';
import type { AzureConnector, ConnectorKey } from '../../core/model/azure-connector';
import { problemText } from '../../core/model/problem-text';
import { showProblem } from '../platform/show-problem';
import { withCancel } from './azure-question';
import type { AzureSession } from './azure-session';

export interface PickedConnector {
  readonly key: ConnectorKey;
  readonly tenant: string;
}

/** Asks for one of the connectors of the chosen subscriptions. */
export async function pickAzureConnector(session: AzureSession, log: vscode.LogOutputChannel): Promise<PickedConnector | undefined> {
  const [list, subscriptions] = await withCancel('Reading connectors from Azure', (signal) => Promise.all([session.connectors(signal), session.chosenSubscriptions(signal)]));
  if (!list.ok || !subscriptions.ok) {
    for (const answer of [list, subscriptions]) if (!answer.ok) return void (await showProblem(answer.error, log));
    return undefined;
  }
  const byId = new Map(subscriptions.value.map((each) => [each.id.toLowerCase(), each]));
  const [refused] = list.value.refused;
  if (refused) void vscode.window.showWarningMessage(`Subscription ${byId.get(refused.place.subscription)?.name ?? refused.place.subscription} is left out. ${problemText(refused.problem)}`);
  if (list.value.connectors.length === 0) {
    void vscode.window.showInformationMessage('The chosen subscriptions have no connector for an AWS account.');
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    list.value.connectors.map((connector) => toItem(connector, byId.get(connector.key.subscription.toLowerCase())?.name)),
    { title: 'Connectors in Azure', placeHolder: 'Connector', matchOnDescription: true, matchOnDetail: true },
  );
  return picked && { key: picked.key, tenant: byId.get(picked.key.subscription.toLowerCase())?.tenant ?? '' };
}

const membershipWords: Readonly<Record<AzureConnector['membership'], string>> = { single: 'single account', organization: 'organization', member: 'member of an organization' };

const toItem = ({ key, accountId, membership }: AzureConnector, subscriptionName: string | undefined) => ({
  label: key.name,
  description: `AWS account ${accountId ?? 'unknown'} · ${membershipWords[membership]}`,
  detail: `${subscriptionName ?? key.subscription} · ${key.resourceGroup}`,
  iconPath: new vscode.ThemeIcon('plug'),
  key,
});
