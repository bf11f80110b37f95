import type { Subscription } from '../../app/azure-ports';
import type { PortsOf, SubscriptionList } from '../../app/azure/list-subscriptions';
import { connectorId } from '../../core/azure/connector-id';
import type { ConnectorKey } from '../../core/model/azure-connector';
import type { HealthStatement } from '../../core/model/health';
import { err, ok, type Result } from '../../core/model/result';
import type { ShownInventory } from '../platform/azure-access';
import type * as Chunk from './azure-chunk';

interface Reading {
  readonly chunk: typeof Chunk;
  readonly portsOf: PortsOf;
  readonly signal: AbortSignal | undefined;
}

/** Connectors of these subscriptions with their health, and with the words to show them in. */
export async function readShownInventory(chosen: Result<readonly Subscription[]>, { chunk, portsOf, signal }: Reading): Promise<Result<ShownInventory>> {
  if (!chosen.ok) return chosen;
  const places = chosen.value.map(({ id, tenant }) => ({ subscription: id, tenant }));
  const read = await chunk.readInventory(portsOf, places, signal ? { signal } : {});
  if (!read.ok) return read;
  const names = new Map(chosen.value.map(({ id, name }) => [id.toLowerCase(), name]));
  return ok({ ...read.value, plansOf: ({ plans }) => chunk.describePlans(plans), subscriptionName: (id) => names.get(id.toLowerCase()) ?? id });
}

/** What Azure says of one connector now. */
export async function readConnectorHealth(key: ConnectorKey, all: Result<SubscriptionList>, { chunk, portsOf, signal }: Reading): Promise<Result<HealthStatement>> {
  if (!all.ok) return all;
  const place = all.value.subscriptions.find(({ id }) => id.toLowerCase() === key.subscription.toLowerCase());
  if (!place) {
    return err({
      code: 'notFound',
      message: `The signed-in account does not see subscription ${key.subscription}.`,
      action: 'Sign in with an account that has a role in it, or correct the connector file.',
    });
  }
  const reports = await portsOf(place.tenant).health.ofConnector(key, signal);
  return reports.ok ? ok(chunk.azureStatement(reports.value, connectorId(key))) : reports;
}
