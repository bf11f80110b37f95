import { reportedId } from '../../core/azure/reported-id';
import { azureStatement } from '../../core/health/azure-statement';
import type { AzureConnector } from '../../core/model/azure-connector';
import type { HealthStatement } from '../../core/model/health';
import type { HealthReport } from '../../core/model/health-report';
import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import type { Control } from '../control';
import { inSlices } from '../in-slices';
import { inTurn } from './in-turn';
import { listConnectors, type ConnectorList, type SubscriptionPlace } from './list-connectors';
import type { PortsOf } from './list-subscriptions';

/** Connectors of many subscriptions with what Azure says of their health. */
export interface AzureInventory extends ConnectorList {
  /** By ARM id in lower case; only for connectors that Azure has a report on. */
  readonly statements: ReadonlyMap<string, HealthStatement>;
  /** Why health could not be read, or not of all; null where it was. */
  readonly healthProblem: Problem | null;
}

/** Two searches for each tenant, however many subscriptions there are. Connectors are shown also where health cannot be read. */
export async function readInventory(portsOf: PortsOf, places: readonly SubscriptionPlace[], control: Control = {}): Promise<Result<AzureInventory>> {
  const connectors = await listConnectors(portsOf, places, control);
  if (!connectors.ok) return connectors;
  const tenants = [...new Set(places.map(({ tenant }) => tenant))];
  const found = await inTurn(tenants, 4, async (tenant) => {
    const subscriptions = places.filter((place) => place.tenant === tenant).map(({ subscription }) => subscription);
    return portsOf(tenant).health.search(subscriptions, control.signal);
  });
  const reports = found.flatMap((each) => (each.ok ? each.value : []));
  const refusal = found.find((each) => !each.ok);
  return ok({
    ...connectors.value,
    statements: await statementsBy(connectors.value.connectors, reports),
    healthProblem: refusal && !refusal.ok ? refusal.error : null,
  });
}

async function statementsBy(connectors: readonly AzureConnector[], reports: readonly HealthReport[]): Promise<ReadonlyMap<string, HealthStatement>> {
  const byResource = new Map<string, HealthReport[]>();
  await inSlices(reports, (report) => {
    const key = reportedId(report).toLowerCase();
    const own = byResource.get(key);
    if (own) own.push(report);
    else byResource.set(key, [report]);
  });
  const statements = new Map<string, HealthStatement>();
  await inSlices(connectors, ({ id }) => {
    const own = byResource.get(id.toLowerCase());
    if (own) statements.set(id.toLowerCase(), azureStatement(own, id));
  });
  return statements;
}
