import type { AzurePorts } from '../azure-ports';
import type { Control } from '../control';
import type { AzureConnector } from '../../core/model/azure-connector';
import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import { inTurn } from './in-turn';
import type { PortsOf } from './list-subscriptions';

/** A subscription and the tenant whose token opens it. */
export interface SubscriptionPlace {
  readonly subscription: string;
  readonly tenant: string;
}

export interface ConnectorList {
  readonly connectors: readonly AzureConnector[];
  /** What could not be read, and why: the rest is shown all the same. */
  readonly refused: readonly { readonly place: SubscriptionPlace; readonly problem: Problem }[];
}

/** Connectors of subscriptions: one is read as it is now, many with a call for every 1,000 connectors. */
export async function listConnectors(portsOf: PortsOf, places: readonly SubscriptionPlace[], { signal }: Control = {}): Promise<Result<ConnectorList>> {
  const tenants = [...new Set(places.map(({ tenant }) => tenant))];
  const lists = await inTurn(tenants, 4, (tenant) => ofTenant(portsOf(tenant), places.filter((place) => place.tenant === tenant), signal));
  const cancelled = lists.flatMap(({ refused }) => refused).find(({ problem }) => problem.code === 'cancelled' && signal?.aborted);
  if (cancelled) return { ok: false, error: cancelled.problem };
  return ok({ connectors: lists.flatMap(({ connectors }) => connectors), refused: lists.flatMap(({ refused }) => refused) });
}

async function ofTenant(ports: AzurePorts, places: readonly SubscriptionPlace[], signal: AbortSignal | undefined): Promise<ConnectorList> {
  const subscriptions = places.map(({ subscription }) => subscription);
  const found = places.length > 1 ? await ports.connectors.search({ subscriptions }, signal) : undefined;
  if (found?.ok) return { connectors: found.value, refused: [] };
  // Nothing is gained by asking more often when the network or the sign-in is the trouble.
  if (found && !elsewhere.has(found.error.code)) return { connectors: [], refused: places.map((place) => ({ place, problem: found.error })) };
  const lists = await inTurn(places, 4, async (place) => ({ place, answer: await ports.connectors.list(place.subscription, signal) }));
  return {
    connectors: lists.flatMap(({ answer }) => (answer.ok ? answer.value : [])),
    refused: lists.flatMap(({ place, answer }) => (answer.ok ? [] : [{ place, problem: answer.error }])),
  };
}

/** Refusals of Resource Graph itself, which the subscriptions' own lists may not share. */
const elsewhere: ReadonlySet<Problem['code']> = new Set(['accessDenied', 'invalidInput', 'service', 'notFound']);
