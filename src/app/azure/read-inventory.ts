import { azureStatement } from '../../core/health/azure-statement';
import type { AzureConnector } from '../../core/model/azure-connector';
import type { HealthStatement } from '../../core/model/health';
import type { HealthReport } from '../../core/model/health-report';
import { ok, type Result } from '../../core/model/result';
import type { Control } from '../control';
import { inTurn } from './in-turn';
import { listConnectors, type ConnectorList, type SubscriptionPlace } from './list-connectors';
import type { PortsOf } from './list-subscriptions';

/** Connectors of many subscriptions with what Azure says of their health. */
export interface AzureInventory extends ConnectorList {
  /** By ARM id in lower case; only for connectors that Azure has a report on. */
  readonly statements: ReadonlyMap<string, HealthStatement>;
}

/** Two searches for each tenant, however many subscriptions there are. Connectors are shown also where health cannot be read. */
export async function readInventory(portsOf: PortsOf, places: readonly SubscriptionPlace[], control: Control = {}): Promise<Result<AzureInventory>> {
  const connectors = await listConnectors(portsOf, places, control);
  if (!connectors.ok) return connectors;
  const tenants = [...new Set(places.map(({ tenant }) => tenant))];
  const reports = await inTurn(tenants, 4, async (tenant) => {
    const subscriptions = places.filter((place) => place.tenant === tenant).map(({ subscription }) => subscription);
    const found = await portsOf(tenant).health.search(subscriptions, control.signal);
    return found.ok ? found.value : [];
  });
  return ok({ ...connectors.value, statements: statementsBy(connectors.value.connectors, reports.flat()) });
}

function statementsBy(connectors: readonly AzureConnector[], reports: readonly HealthReport[]): ReadonlyMap<string, HealthStatement> {
  const byResource = new Map<string, HealthReport[]>();
  for (const report of reports) {
    const key = (report.resourceId ?? report.id.split('/providers/Microsoft.Security/healthReports')[0] ?? '').toLowerCase();
    byResource.set(key, [...(byResource.get(key) ?? []), report]);
  }
  return new Map(
    connectors.flatMap(({ id }) => {
      const own = byResource.get(id.toLowerCase());
      return own ? [[id.toLowerCase(), azureStatement(own, id)] as const] : [];
    }),
  );
}
