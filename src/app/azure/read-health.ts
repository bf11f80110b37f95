import type { AzurePorts } from '../azure-ports';
import type { Control } from '../control';
import type { ConnectorKey } from '../../core/model/azure-connector';
import { reportedId } from '../../core/azure/reported-id';
import type { HealthReport } from '../../core/model/health-report';
import { ok, type Result } from '../../core/model/result';

/** Azure's word on one connector, newest look first. */
export async function readHealth(ports: AzurePorts, key: ConnectorKey, { signal }: Control = {}): Promise<Result<readonly HealthReport[]>> {
  const reports = await ports.health.ofConnector(key, signal);
  return reports.ok ? ok([...reports.value].sort(newestFirst)) : reports;
}

/** The same of all connectors of a subscription, connector by connector. */
export async function readSubscriptionHealth(ports: AzurePorts, subscription: string, { signal }: Control = {}): Promise<Result<readonly HealthReport[]>> {
  const reports = await ports.health.ofSubscription(subscription, signal);
  if (!reports.ok) return reports;
  const ofConnectors = reports.value.filter(({ scope }) => scope?.toLowerCase() === 'connectors');
  return ok(ofConnectors.sort((a, b) => reportedId(a).localeCompare(reportedId(b)) || newestFirst(a, b)));
}

const newestFirst = (a: HealthReport, b: HealthReport) => (b.scannedAt ?? '').localeCompare(a.scannedAt ?? '');
