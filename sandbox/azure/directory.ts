import { isJsonObject } from '../json';
import type { ArmResult } from './arm-answer';
import type { ArmOperation } from './arm-request';
import type { AzureSubscription, AzureTenant } from './azure-world';
import { armPage } from './arm-pages';
import { subscriptionOf } from './find-subscription';

/** Every tenant of the account, whichever of them the token is for. */
export const listTenants: ArmOperation = (call) => withNextLink(armPage(call, call.world.azure.tenants, ({ id }) => id, tenantJson));

export const listSubscriptions: ArmOperation = (call) => {
  const own = [...call.world.azure.subscriptions.values()].filter(({ tenant, grants }) => tenant === call.tenant.id && grants.length > 0);
  return withNextLink(armPage(call, own, ({ id }) => id, subscriptionJson));
};

/** Of these two lists the specification demands a link to the next page, also of the last. */
const withNextLink = ({ body, ...result }: ArmResult): ArmResult => ({ ...result, body: isJsonObject(body) ? { nextLink: '', ...body } : {} });

export const getSubscription: ArmOperation = (call) => ({ status: 200, body: subscriptionJson(subscriptionOf(call)) });

export const listLocations: ArmOperation = (call) => {
  const { id } = subscriptionOf(call);
  return { status: 200, body: { value: locations.map(([name, displayName]) => locationJson(id, name, displayName)) } };
};

/** Some locations of the public cloud, and one that is no place. */
export const locations: readonly (readonly [name: string, displayName: string])[] = [
  ['eastus', 'East US'],
  ['centralus', 'Central US'],
  ['canadacentral', 'Canada Central'],
  ['northeurope', 'North Europe'],
  ['westeurope', 'West Europe'],
  ['uksouth', 'UK South'],
  ['australiaeast', 'Australia East'],
  ['eastasia', 'East Asia'],
  ['europe', 'Europe'],
];

const tenantJson = ({ id, name, domain, category }: AzureTenant) => ({
  id: `/tenants/${id}`,
  tenantId: id,
  displayName: name,
  defaultDomain: domain,
  domains: [domain],
  tenantCategory: category,
  tenantType: 'AAD',
});

const subscriptionJson = ({ id, name, tenant, state }: AzureSubscription) => ({
  id: `/subscriptions/${id}`,
  subscriptionId: id,
  tenantId: tenant,
  displayName: name,
  state,
  subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId: 'PayAsYouGo_2014-09-01', spendingLimit: 'Off' },
  authorizationSource: 'RoleBased',
  managedByTenants: [],
});

const locationJson = (subscription: string, name: string, displayName: string) => ({
  id: `/subscriptions/${subscription}/locations/${name}`,
  name,
  type: 'Region',
  displayName,
  regionalDisplayName: displayName,
  metadata: name === 'europe' ? { regionType: 'Logical', regionCategory: 'Other' } : { regionType: 'Physical', regionCategory: 'Recommended' },
});
