import type { DirectoryPort, Location, Subscription, Tenant } from '../../app/azure-ports';
import type { Json } from '../../core/model/json';
import { apiVersions } from './api-versions';
import type { ArmClient } from './arm-client';
import { objectField, textField } from './fields';
import { readPages } from './pages';

const apiVersion = apiVersions.subscriptions;

export const directoryPort = (arm: ArmClient, tenant: string): DirectoryPort => ({
  tenants: (signal) => readPages(arm, { doing: 'list the tenants of the account', path: '/tenants', apiVersion, signal }, toTenant),
  subscriptions: (signal) =>
    readPages(arm, { doing: `list the subscriptions of ${tenant === '' ? 'the account' : `tenant ${tenant}`}`, path: '/subscriptions', apiVersion, signal }, (item) => toSubscription(item, tenant)),
  locations: (subscription, signal) =>
    readPages(arm, { doing: `list the locations of subscription ${subscription}`, path: `/subscriptions/${encodeURIComponent(subscription)}/locations`, apiVersion, signal }, toLocation),
});

function toTenant(item: Json): Tenant | undefined {
  const id = textField(item, 'tenantId');
  if (id === null) return undefined;
  const category = textField(item, 'tenantCategory');
  return { id, name: textField(item, 'displayName'), domain: textField(item, 'defaultDomain'), isHome: category === null ? null : category === 'Home' };
}

function toSubscription(item: Json, tenant: string): Subscription | undefined {
  const id = textField(item, 'subscriptionId');
  if (id === null) return undefined;
  return { id, name: textField(item, 'displayName') ?? id, tenant: textField(item, 'tenantId') ?? tenant, state: textField(item, 'state') ?? 'unknown' };
}

/** Physical regions only: a logical one, such as "Europe", takes no resource. */
function toLocation(item: Json): Location | undefined {
  const name = textField(item, 'name');
  if (name === null || textField(objectField(item, 'metadata'), 'regionType') === 'Logical') return undefined;
  return { name, displayName: textField(item, 'displayName') ?? name };
}
