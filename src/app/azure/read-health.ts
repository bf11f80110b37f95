import type { AzurePorts } from '../azure-ports';
import type { Control } from '../control';
import { connectorKeyOf, sameConnector } from '../../core/azure/connector-id';
import type { ConnectorKey } from '../../core/model/azure-connector';
import type { HealthReport } from '../../core/model/health-report';
import { ok, type Result } from '../../core/model/result';
import { inTurn } from './in-turn';
import type { ConnectorList, SubscriptionPlace } from './list-connectors';
import type { PortsOf } from './list-subscriptions';

/** Azure's word on one connector, newest look first. */
export async function readHealth(ports: AzurePorts, key: ConnectorKey, { signal }: Control = {}): Promise<Result<readonly HealthReport[]>> {
  const reports = await ports.health.ofConnector(key, signal);
  return reports.ok ? ok([...reports.value].sort((a, b) => (b.scannedAt ?? '').localeCompare(a.scannedAt ?? ''))) : reports;
}

export interface HealthList {
  readonly reports: readonly HealthReport[];
  readonly refused: ConnectorList['refused'];
}

/** Reports about the connectors of subscriptions: of one as they are now, of many with a call for every thousand. */
export async function listHealth(portsOf: PortsOf, places: readonly SubscriptionPlace[], { signal }: Control = {}): Promise<HealthList> {
  const tenants = [...new Set(places.map(({ tenant }) => tenant))];
  const lists = await inTurn(tenants, 4, async (tenant) => {
    const own = places.filter((place) => place.tenant === tenant);
    const [only] = own;
    const { health } = portsOf(tenant);
    const answer = own.length === 1 && only ? await health.ofSubscription(only.subscription, signal) : await health.search(own.map(({ subscription }) => subscription), signal);
    return { own, answer };
  });
  return {
    reports: lists.flatMap(({ answer }) => (answer.ok ? answer.value.filter(isAboutConnector) : [])),
    refused: lists.flatMap(({ own, answer }) => (answer.ok ? [] : own.map((place) => ({ place, problem: answer.error })))),
  };
}

/** A subscription also has reports about its machines. */
const isAboutConnector = ({ id }: HealthReport): boolean => connectorKeyOf(id) !== undefined;

/** The reports about one connector among those of many. */
export const reportsOf = (reports: readonly HealthReport[], key: ConnectorKey): readonly HealthReport[] =>
  reports.filter(({ id }) => {
    const about = connectorKeyOf(id);
    return about !== undefined && sameConnector(about, key);
  });
