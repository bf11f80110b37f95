import { ArmError } from './arm-error';
import type { ArmCall } from './arm-request';
import type { AzureGroup, AzureSubscription } from './azure-world';

/** The subscription that a call names: it has to be one of the token's tenant. */
export function subscriptionOf({ world, tenant, names }: ArmCall): AzureSubscription {
  const { subscriptionId = '' } = names;
  const found = world.azure.subscriptions.get(subscriptionId.toLowerCase());
  if (!found) throw new ArmError(404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`);
  if (found.tenant === tenant.id) return found;
  throw new ArmError(
    401,
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${tenant.id}/'. It must match the tenant 'https://sts.windows.net/${found.tenant}/' associated with this subscription.`,
    { 'www-authenticate': `Bearer authorization_uri="https://login.microsoftonline.com/${found.tenant}", error="invalid_token"` },
  );
}

export function groupOf(call: ArmCall): { readonly subscription: AzureSubscription; readonly group: AzureGroup } {
  const subscription = subscriptionOf(call);
  const { resourceGroupName = '' } = call.names;
  const group = subscription.groups.get(resourceGroupName.toLowerCase());
  if (!group) throw new ArmError(404, 'ResourceGroupNotFound', `Resource group '${resourceGroupName}' could not be found.`);
  return { subscription, group };
}
