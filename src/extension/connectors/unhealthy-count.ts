import { inSlices } from '../../app/in-slices';
import type { HealthStatement } from '../../core/model/health';
import type { ShownInventory } from '../platform/azure-access';
import { azureHealth, connectorHealth } from './connector-health';
import type { ConnectorEntry } from './tree-node';

/** Connectors of files and of Azure that somebody should look at: unhealthy or degraded. One that both have counts once. */
export async function unhealthyCount(
  entries: readonly ConnectorEntry[],
  inventory: ShownInventory | undefined,
  statementsOf: (entry: ConnectorEntry) => readonly HealthStatement[],
): Promise<number> {
  const declared = new Set(entries.flatMap(({ summary }) => (summary ? [nameKey(summary.azure?.subscription, summary.name)] : [])));
  let count = entries.filter((entry) => isIll(connectorHealth(entry.summary, entry.look, statementsOf(entry)).health)).length;
  await inSlices(inventory?.connectors ?? [], ({ id, key }) => {
    const statement = inventory?.statements.get(id.toLowerCase());
    if (statement && isIll(azureHealth(statement).health) && !declared.has(nameKey(key.subscription, key.name))) count += 1;
  });
  return count;
}

const isIll = (health: string): boolean => health === 'broken' || health === 'degraded';

const nameKey = (subscription: string | undefined, name: string): string => `${subscription ?? ''}/${name}`.toLowerCase();
