import type { JsonObject } from '../json';

/** The Azure half of the sandbox: one directory of tenants, and what stands in their subscriptions. */
export interface AzureWorld {
  readonly tenants: AzureTenant[];
  /** By id in lower case, as everything Azure compares without regard to case. */
  readonly subscriptions: Map<string, AzureSubscription>;
  readonly tokens: Map<string, AzureToken>;
  /** Rows in one page of a list, and in one of Resource Graph. */
  pageSize: number;
  graphPageSize: number;
  /** What the next answers say is left of a subscription's reads and writes, and of the quota of Resource Graph. */
  readonly left: { reads: number; writes: number; graph: number };
}

export interface AzureTenant {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly category: 'Home' | 'ProjectedBy' | 'ManagedBy';
  /** Tokens of this tenant work only when they were given for a claims challenge, as where multifactor authentication is demanded. */
  readonly wantsClaims: boolean;
}

export interface AzureSubscription {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  readonly state: string;
  registration: 'Registered' | 'Registering' | 'NotRegistered';
  /** Patterns of what the signed-in account may do here. */
  grants: readonly AzureGrant[];
  readonly groups: Map<string, AzureGroup>;
  readonly connectors: Map<string, StoredConnector>;
  readonly reports: JsonObject[];
}

export interface AzureGrant {
  readonly actions: readonly string[];
  readonly notActions?: readonly string[];
}

export interface AzureGroup {
  readonly name: string;
  readonly location: string;
  tags: JsonObject;
  /** Stops deletions, as a CanNotDelete lock does. */
  locked?: boolean;
}

export interface StoredConnector {
  /** ARM id, as it was first written. */
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  /** Under the newest names; what an answer has depends on its api-version. */
  body: JsonObject;
  etag: string;
  readonly createdAt: string;
  changedAt: string;
}

export interface AzureToken {
  readonly tenant: string;
  /** Given for a claims challenge. */
  readonly claims: boolean;
  expired: boolean;
}

export const createAzureWorld = (): AzureWorld => ({
  tenants: [],
  subscriptions: new Map(),
  tokens: new Map(),
  pageSize: 100,
  graphPageSize: 1_000,
  left: { reads: 11_999, writes: 1_199, graph: 15 },
});

/** What built-in roles allow. Sources: Azure built-in roles, "General" and "Security", learn.microsoft.com/azure/role-based-access-control. */
export const builtInRoles = {
  owner: { actions: ['*'] },
  contributor: {
    actions: ['*'],
    notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action'],
  },
  reader: { actions: ['*/read'] },
  securityAdmin: {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.Insights/alertRules/*',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.Security/*',
    ],
  },
} as const satisfies Readonly<Record<string, AzureGrant>>;
