import type { AzurePorts } from '../azure-ports';
import type { Control } from '../control';
import type { ConnectorKey } from '../../core/model/azure-connector';
import type { HealthReport } from '../../core/model/health-report';
import { ok, type Result } from '../../core/model/result';

/** Azure's word on one connector, newest look first. */
export async function readHealth(ports: AzurePorts, key: ConnectorKey, { signal }: Control = {}): Promise<Result<readonly HealthReport[]>> {
  const reports = await ports.health.ofConnector(key, signal);
  return reports.ok ? ok([...reports.value].sort((a, b) => (b.scannedAt ?? '').localeCompare(a.scannedAt ?? ''))) : reports;
}
