import { featuresOn } from '../catalog/features-on';
import type { AzureConnector } from '../model/azure-connector';
import type { Connector } from '../model/connector';

/** A connector as coverage counts it: what an account has by it. */
export interface CoveringConnector {
  /** Where it was found: a path or an ARM id. */
  readonly place: string;
  /** A file says what is wanted, Azure what is. */
  readonly from: 'file' | 'azure';
  readonly name: string;
  readonly accountId: string;
  readonly subscription: string;
  /** Ids of plans and of features that are on. */
  readonly on: ReadonlySet<string>;
  /** Accounts of the organization that are left out on purpose. */
  readonly excluded: readonly string[];
}

export const coveringFile = (connector: Connector, path: string): CoveringConnector => ({
  ...{ place: path, from: 'file', name: connector.name, accountId: connector.account.id },
  subscription: connector.azure.subscription,
  on: switchesOf(connector.plans),
  excluded: connector.account.excluded,
});

/** Undefined for a connector whose account Azure does not tell. */
export const coveringAzure = ({ id, key, accountId, plans }: AzureConnector): CoveringConnector | undefined =>
  accountId === null ? undefined : { place: id, from: 'azure', name: key.name, accountId, subscription: key.subscription, on: switchesOf(plans), excluded: [] };

/** A plan is on by being there, also where none of its features is. */
function switchesOf(plans: Connector['plans']): ReadonlySet<string> {
  const named = Object.entries(plans).flatMap(([id, plan]) => (plan === undefined ? [] : id));
  return new Set(['foundational', ...named, ...featuresOn(plans).map(({ id }) => id)]);
}
