import * as vscode from 'vscode';
import type { Tenant } from '../../app/azure-ports';
import type { SubscriptionList } from '../../app/azure/list-subscriptions';

interface SubscriptionItem extends vscode.QuickPickItem {
  readonly id: string;
}

export const tenantTitle = ({ id, name, domain }: Tenant): string => name ?? domain ?? id;

/** Asks which subscriptions count, by tenant. Undefined when the user turned away. */
export async function selectSubscriptions(list: SubscriptionList, chosen: readonly string[] | undefined): Promise<readonly string[] | undefined> {
  const items = subscriptionItems(list, chosen);
  if (items.length === 0) {
    await vscode.window.showInformationMessage('This account sees no subscription in Azure. Sign in with another account, or ask for a role in one.');
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Azure subscriptions',
    placeHolder: 'Subscriptions whose connectors are shown',
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    // It opens after dialogs and messages, which give the focus back to the editor as they close.
    ignoreFocusOut: true,
  });
  return picked?.flatMap((item) => ('id' in item ? [item.id] : []));
}

function subscriptionItems({ tenants, subscriptions }: SubscriptionList, chosen: readonly string[] | undefined): readonly SubscriptionItem[] {
  const titles = new Map(tenants.map((tenant) => [tenant.id, tenantTitle(tenant)]));
  const byTenant = [...new Set(subscriptions.map(({ tenant }) => tenant))];
  return byTenant.flatMap((tenant) => [
    { label: titles.get(tenant) ?? tenant, kind: vscode.QuickPickItemKind.Separator, id: '' },
    ...subscriptions
      .filter((subscription) => subscription.tenant === tenant)
      .map(({ id, name, state }) => ({
        id,
        label: name,
        description: state === 'Enabled' ? id : `${id} (${state.toLowerCase()})`,
        picked: chosen?.includes(id) ?? true,
      })),
  ]);
}
