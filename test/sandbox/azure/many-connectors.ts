import { fork } from 'node:child_process';
import { toArmBody } from '../../../src/core/generate/arm-body';
import { officialReport } from '../../../sandbox/azure/official-report';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { connector, tenant } from './azure-cloud';

export interface ManyConnectors {
  readonly connectors: number;
  readonly reports: number;
  /** Of one refresh. */
  readonly calls: number;
  /** Of a whole refresh: subscriptions, connectors and health. */
  readonly ms: number;
  /** What the lists hold on to, in bytes. */
  readonly heldBytes: number;
  /** The longest time that the reading process did nothing else, in milliseconds: the least of three refreshes. */
  readonly longestBlockMs: number;
}

/** One warms up, three are looked at for blocks, one for the rest. */
const refreshes = 5;

/** Reads 10,000 connectors of 50 subscriptions with their health in a process of its own, beside a sandbox that has them. */
export async function readMany(): Promise<ManyConnectors> {
  const sandbox = await startSandbox();
  seedMany(sandbox);
  const before = sandbox.requests().length;
  const reader = fork('test/sandbox/azure/many-reader.ts', [sandbox.endpoint, sandbox.azure.token(tenant)], { execArgv: ['--import=tsx'] });
  try {
    const outcome = await new Promise<Omit<ManyConnectors, 'calls'>>((resolve, reject) => {
      reader.once('message', (message) => resolve(message as Omit<ManyConnectors, 'calls'>));
      reader.once('error', reject);
      reader.once('exit', (code) => reject(new Error(`The reader ended with ${code}.`)));
    });
    return { ...outcome, calls: (sandbox.requests().length - before) / refreshes };
  } finally {
    reader.kill();
    await sandbox.stop();
  }
}

const plans = [{}, { servers: { tier: 'P2' as const } }, { defenderCspm: { agentlessScanning: true }, servers: { tier: 'P1' as const }, databases: { sqlServers: true, openSource: true } }];

/** 200 connectors in each of 50 subscriptions, and a report on each. */
export function seedMany({ azure }: Sandbox): void {
  if (!azure.world.tenants.some(({ id }) => id === tenant)) azure.tenant({ id: tenant, name: 'Contoso' });
  for (let subscription = 0; subscription < 50; subscription++) {
    const id = `66666666-7777-4888-9999-${String(subscription).padStart(12, '0')}`;
    azure.subscription({ id, name: `Subscription ${subscription}`, tenant });
    for (let index = 0; index < 200; index++) {
      const account = { ...connector.account, id: String(100_000_000_000 + subscription * 200 + index) };
      const { body } = toArmBody({ ...connector, account, plans: plans[index % plans.length] ?? {} });
      const stored = azure.connector(id, { resourceGroup: 'rg-security', name: `connector-${index}`, body });
      const properties = { ...officialReport.properties, resourceDetails: { source: 'Aws', id: stored.id } };
      azure.report(id, { ...officialReport, id: `${stored.id}/providers/Microsoft.Security/healthReports/${officialReport.name}`, properties });
    }
  }
}
