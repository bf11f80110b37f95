import type { Event } from 'vscode';
import type { Location, ResourceGroup, Subscription } from '../../app/azure-ports';
import type { ConnectorList, SubscriptionPlace } from '../../app/azure/list-connectors';
import type { SubscriptionList } from '../../app/azure/list-subscriptions';
import type { AzureInventory } from '../../app/azure/read-inventory';
import type { PlanDescription } from '../../core/language/describe-plans';
import type { AzureConnector, ConnectorKey } from '../../core/model/azure-connector';
import type { HealthStatement } from '../../core/model/health';
import type { Result } from '../../core/model/result';

/** What features may ask of Azure. Nothing here asks the user but `signIn`; signed out, each answers with a `credentials` problem. */
export interface AzureAccess {
  /** Somebody signed in or out, other subscriptions were chosen, or a connector was written. */
  readonly onDidChange: Event<void>;
  /** Whether Azure can be read now: signed in, and in a trusted workspace. */
  isSignedIn(): Promise<boolean>;
  /** Leads through VS Code's own sign-in. False when the user turned away or the workspace is not trusted. */
  signIn(): Promise<boolean>;
  /** Of every tenant, also those in which the account is a guest. Kept until something changes. */
  subscriptions(signal?: AbortSignal): Promise<Result<SubscriptionList>>;
  /** Those that the user chose, or all. */
  chosenSubscriptions(signal?: AbortSignal): Promise<Result<readonly Subscription[]>>;
  resourceGroups(place: SubscriptionPlace, signal?: AbortSignal): Promise<Result<readonly ResourceGroup[]>>;
  /** Those that take a connector. */
  locations(place: SubscriptionPlace, signal?: AbortSignal): Promise<Result<readonly Location[]>>;
  /** Connectors of the chosen subscriptions. */
  connectors(signal?: AbortSignal): Promise<Result<ConnectorList>>;
  /** The same with what Azure says of their health. */
  inventory(signal?: AbortSignal): Promise<Result<ShownInventory>>;
  /** What Azure says of one connector now. The tenant is that of its subscription. */
  health(key: ConnectorKey, signal?: AbortSignal): Promise<Result<HealthStatement>>;
}

export interface ShownInventory extends AzureInventory {
  readonly plansOf: (connector: AzureConnector) => readonly PlanDescription[];
  /** Of a subscription by its id; the id where Azure gives no name. */
  readonly subscriptionName: (id: string) => string;
}
