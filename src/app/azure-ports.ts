import type { ArmConnector } from '../core/model/arm-body';
import type { AzureConnector, ConnectorKey } from '../core/model/azure-connector';
import type { HealthReport } from '../core/model/health-report';
import type { Result } from '../core/model/result';
import type { ArmApiVersion } from '../core/generate/arm/api-versions';
import type { Clock } from './ports';

/** What we need of Azure, bound to one signed-in account and one tenant. */
export interface AzurePorts {
  readonly tenant: string;
  readonly directory: DirectoryPort;
  readonly groups: ResourceGroupsPort;
  readonly provider: SecurityProviderPort;
  readonly permissions: PermissionsPort;
  readonly connectors: ConnectorsPort;
  readonly health: HealthPort;
  readonly clock: Clock;
}

/** Gives tokens for Azure Resource Manager. A token goes into a request header and nowhere else. */
export interface TokenPort {
  /** `challenge` is the WWW-Authenticate header of an answer that wants more than the last token proved. */
  token(request: TokenRequest): Promise<Result<string>>;
}

export interface TokenRequest {
  readonly tenant: string;
  readonly challenge?: string;
  readonly signal?: AbortSignal;
}

export interface Tenant {
  readonly id: string;
  /** Null where Azure does not say: a guest may not see the name. */
  readonly name: string | null;
  readonly domain: string | null;
  /** False for a tenant in which the account is a guest; null where Azure does not say. */
  readonly isHome: boolean | null;
}

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  /** Such as `Enabled`, `Disabled` or `Warned`: Azure's word. */
  readonly state: string;
}

export interface Location {
  /** Short form, such as `eastus`. */
  readonly name: string;
  readonly displayName: string;
}

export interface DirectoryPort {
  tenants(signal?: AbortSignal): Promise<Result<readonly Tenant[]>>;
  /** Those of this tenant that the account may see. */
  subscriptions(signal?: AbortSignal): Promise<Result<readonly Subscription[]>>;
  locations(subscription: string, signal?: AbortSignal): Promise<Result<readonly Location[]>>;
}

export interface ResourceGroup {
  readonly name: string;
  readonly location: string;
}

export interface ResourceGroupKey {
  readonly subscription: string;
  readonly name: string;
}

export interface ResourceGroupsPort {
  list(subscription: string, signal?: AbortSignal): Promise<Result<readonly ResourceGroup[]>>;
  exists(key: ResourceGroupKey, signal?: AbortSignal): Promise<Result<boolean>>;
  /** Makes it, or leaves one that is there with this location as it is. */
  create(key: ResourceGroupKey, location: string, signal?: AbortSignal): Promise<Result<ResourceGroup>>;
}

/** The resource provider Microsoft.Security in one subscription. */
export interface SecurityProvider {
  /** Such as `Registered`, `Registering` or `NotRegistered`. */
  readonly registration: string;
  /** Display names of the locations that take a connector; empty where the provider does not list them. */
  readonly locations: readonly string[];
  readonly apiVersions: readonly string[];
}

export interface SecurityProviderPort {
  read(subscription: string, signal?: AbortSignal): Promise<Result<SecurityProvider>>;
  register(subscription: string, signal?: AbortSignal): Promise<Result<void>>;
}

/** What one of the account's roles allows: patterns such as `Microsoft.Security/*`, and what is taken out of them. */
export interface AllowedActions {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

export interface PermissionsPort {
  /** At a subscription, or at a resource group that exists. */
  read(scope: { readonly subscription: string; readonly resourceGroup?: string }, signal?: AbortSignal): Promise<Result<readonly AllowedActions[]>>;
}

export interface ConnectorWrite {
  readonly key: ConnectorKey;
  readonly apiVersion: ArmApiVersion;
  readonly body: ArmConnector;
  /** Azure refuses with a `conflict` when the connector has changed since this was read; null for one that must not exist yet. */
  readonly etag: string | null;
}

export interface ConnectorsPort {
  /** All pages of one subscription, as it is now. */
  list(subscription: string, signal?: AbortSignal): Promise<Result<readonly AzureConnector[]>>;
  /** Of many subscriptions with few calls, by Resource Graph: some minutes behind. */
  search(search: ConnectorSearch, signal?: AbortSignal): Promise<Result<readonly AzureConnector[]>>;
  /** The body, or null when there is no such connector. */
  read(key: ConnectorKey, apiVersion: ArmApiVersion, signal?: AbortSignal): Promise<Result<ArmConnector | null>>;
  /** Sent once and never repeated by itself unless Azure said that it did not take it. */
  write(write: ConnectorWrite, signal?: AbortSignal): Promise<Result<ArmConnector>>;
  /** False when it was not there. */
  delete(key: ConnectorKey, signal?: AbortSignal): Promise<Result<boolean>>;
}

export interface ConnectorSearch {
  readonly subscriptions: readonly string[];
  /** Only connectors of this AWS account. */
  readonly accountId?: string;
}

export interface HealthPort {
  /** Reports about one connector. */
  ofConnector(key: ConnectorKey, signal?: AbortSignal): Promise<Result<readonly HealthReport[]>>;
  ofSubscription(subscription: string, signal?: AbortSignal): Promise<Result<readonly HealthReport[]>>;
  /** Reports about connectors of many subscriptions, by Resource Graph. */
  search(subscriptions: readonly string[], signal?: AbortSignal): Promise<Result<readonly HealthReport[]>>;
}
