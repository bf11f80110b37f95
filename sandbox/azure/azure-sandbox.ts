import type { JsonObject } from '../json';
import type { World } from '../world';
import { builtInRoles, type AzureGrant, type AzureSubscription, type AzureTenant, type AzureWorld, type StoredConnector } from './azure-world';
import { connectorStoreKey, storeConnector } from './connector-store';
import { issueToken } from './tokens';

/** What tests and demos may do with the Azure half besides calling it. */
export interface AzureSandbox {
  readonly world: AzureWorld;
  tenant(tenant: Partial<AzureTenant> & Pick<AzureTenant, 'id' | 'name'>): void;
  subscription(subscription: NewSubscription): AzureSubscription;
  group(subscription: string, name: string, location?: string): void;
  /** As if somebody had written it before; its health is not looked at. */
  connector(subscription: string, connector: { readonly resourceGroup: string; readonly name: string; readonly body: JsonObject }): StoredConnector;
  readConnector(subscription: string, resourceGroup: string, name: string): StoredConnector | undefined;
  /** A report as it is, under a subscription. */
  report(subscription: string, report: JsonObject): void;
  /** A token for a tenant; `claims` for one that was given for a claims challenge. */
  token(tenant: string, claims?: boolean): string;
}

export interface NewSubscription {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  readonly state?: string;
  readonly registration?: AzureSubscription['registration'];
  /** Owner without it. */
  readonly grants?: readonly AzureGrant[];
}

export function createAzureSandbox({ azure: world }: Pick<World, 'azure'>): AzureSandbox {
  const subscriptionOf = (id: string): AzureSubscription => {
    const found = world.subscriptions.get(id.toLowerCase());
    if (!found) throw new Error(`The sandbox has no subscription ${id}.`);
    return found;
  };
  return {
    world,
    tenant: (tenant) => void world.tenants.push({ domain: `${tenant.name.toLowerCase().replaceAll(/\W+/g, '')}.example`, category: 'Home', wantsClaims: false, ...tenant }),
    subscription: ({ registration = 'Registered', grants = [builtInRoles.owner], state = 'Enabled', ...rest }) => {
      const subscription: AzureSubscription = { ...rest, state, registration, grants, groups: new Map(), connectors: new Map(), reports: [] };
      world.subscriptions.set(rest.id.toLowerCase(), subscription);
      return subscription;
    },
    group: (subscription, name, location = 'eastus') => void subscriptionOf(subscription).groups.set(name.toLowerCase(), { name, location, tags: {} }),
    connector: (subscription, connector) => storeConnector(subscriptionOf(subscription), connector),
    readConnector: (subscription, resourceGroup, name) => subscriptionOf(subscription).connectors.get(connectorStoreKey(resourceGroup, name)),
    report: (subscription, report) => void subscriptionOf(subscription).reports.push(report),
    token: (tenant, claims = false) => issueToken(world, tenant, claims),
  };
}
