import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAzurePorts } from '../../../src/adapters/azure';
import { listSubscriptions } from '../../../src/app/azure/list-subscriptions';
import { readInventory } from '../../../src/app/azure/read-inventory';
import { longestBlockOf } from '../../longest-block';

const [endpoint = '', token = ''] = process.argv.slice(2);
const portsOf = (tenant = '') => createAzurePorts({ tenant, endpoint, tokens: { token: async () => ({ ok: true, value: token }) } });

void main();

async function main(): Promise<void> {
  await warmUp();
  const longestBlockMs = await longestBlockOf(warmUp);
  const before = heldBytes();
  const start = performance.now();
  const { connectors, statements } = await refresh();
  const ms = performance.now() - start;
  const outcome = { connectors: connectors.length, reports: statements.size, ms, longestBlockMs, heldBytes: heldBytes() - before };
  process.send?.(outcome);
  // The lists live until here.
  if (connectors.length + statements.size < 0) throw new Error('never');
}

/** Code and connections are there afterwards: what is measured is data. Its result must not live on in a register of `main`. */
async function warmUp(): Promise<void> {
  await refresh();
}

async function refresh() {
  const subscriptions = await listSubscriptions(portsOf);
  if (!subscriptions.ok) throw new Error(subscriptions.error.message);
  const places = subscriptions.value.subscriptions.map(({ id, tenant }) => ({ subscription: id, tenant }));
  const read = await readInventory(portsOf, places);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round++) collect();
  return getHeapStatistics().used_heap_size;
}
