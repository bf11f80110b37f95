import { connectorId } from '../../core/azure/connector-id';
import type { HealthStatement } from '../../core/model/health';
import type { HealthStatements } from '../platform/health-statements';
import type { InventoryStore } from './azure-inventory';
import type { ConnectorEntry } from './tree-node';

/** What Azure and our verification said last of the connector that a file declares: one word of each. */
export const entryStatements =
  (statements: HealthStatements, inventory: InventoryStore) =>
  ({ uri, summary }: ConnectorEntry): readonly HealthStatement[] => {
    const remembered = statements.of(uri);
    const found = summary?.azure && inventory.current?.statements.get(connectorId({ ...summary.azure, name: summary.name }).toLowerCase());
    return found ? [...remembered.filter(({ source }) => source !== 'azure'), newer(found, remembered)] : remembered;
  };

function newer(found: HealthStatement, remembered: readonly HealthStatement[]): HealthStatement {
  const own = remembered.find(({ source }) => source === 'azure');
  return own?.at != null && found.at !== null && own.at > found.at ? own : found;
}
