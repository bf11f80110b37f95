import type { HealthStatement } from '../../core/model/health';
import type { ShownInventory } from '../platform/azure-access';
import { azureHealth, connectorHealth } from './connector-health';
import type { ConnectorEntry } from './tree-node';

/** Connectors of files and of Azure that somebody should look at: unhealthy or degraded. One that both have counts once. */
export function unhealthyCount(
  entries: readonly ConnectorEntry[],
  inventory: ShownInventory | undefined,
  statementsOf: (entry: ConnectorEntry) => readonly HealthStatement[],
): number {
  const declared = new Set(entries.flatMap(({ summary }) => (summary ? [nameKey(summary.azure?.subscription, summary.name)] : [])));
  const ofFiles = entries.filter((entry) => isIll(connectorHealth(entry.summary, entry.look, statementsOf(entry)).health)).length;
  const ofAzure = (inventory?.connectors ?? []).filter(({ id, key }) => {
    if (declared.has(nameKey(key.subscription, key.name))) return false;
    const statement = inventory?.statements.get(id.toLowerCase());
    return statement !== undefined && isIll(azureHealth(statement).health);
  });
  return ofFiles + ofAzure.length;
}

const isIll = (health: string): boolean => health === 'broken' || health === 'degraded';

const nameKey = (subscription: string | undefined, name: string): string => `${subscription ?? ''}/${name}`.toLowerCase();
