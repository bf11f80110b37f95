import { createAzurePorts, type AzureOptions } from '../../../src/adapters/azure';
import type { AzurePorts, TokenPort } from '../../../src/app/azure-ports';
import type { Connector } from '../../../src/core/model/connector';
import { ok } from '../../../src/core/model/result';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/start-sandbox';

export const tenant = '11111111-2222-4333-8444-555555555555';
export const guestTenant = '22222222-3333-4444-8555-666666666666';
export const subscription = '66666666-7777-4888-9999-000000000000';
export const group = 'rg-security';
export const key = { subscription, resourceGroup: group, name: 'contoso' };

export const connector: Connector = {
  name: 'contoso',
  account: { id: '123456789012', type: 'single', excluded: [] },
  regions: 'all',
  scanIntervalHours: 12,
  azure: { tenant, subscription, resourceGroup: group, location: 'eastus' },
  access: 'default',
  plans: { servers: { tier: 'P2' } },
  roles: {},
  deployment: { method: 'cloudFormation', stack: 'defender', region: 'us-east-1' },
};

export interface AzureCloud {
  readonly sandbox: Sandbox;
  /** Tokens that were given out, to look for where they must not be. */
  readonly tokens: readonly string[];
  readonly tokenPort: TokenPort;
  ports(options?: Partial<AzureOptions>): AzurePorts;
  /** How often an operation was asked for. */
  count(operation: string): number;
  stop(): Promise<void>;
}

/** A sandbox with a tenant, a guest tenant and one subscription; our pauses take no time and move the sandbox's clock. */
export async function startAzureCloud(options: SandboxOptions = {}): Promise<AzureCloud> {
  const sandbox = await startSandbox({ clock: 'manual', ...options });
  const { azure } = sandbox;
  azure.tenant({ id: tenant, name: 'Contoso' });
  azure.tenant({ id: guestTenant, name: 'Fabrikam', category: 'ProjectedBy' });
  azure.subscription({ id: subscription, name: 'Production', tenant });
  azure.group(subscription, group);
  const tokens: string[] = [];
  const tokenPort: TokenPort = {
    async token(request) {
      const token = azure.token(request.tenant, request.challenge !== undefined);
      tokens.push(token);
      return ok(token);
    },
  };
  return {
    sandbox,
    tokens,
    tokenPort,
    ports: (more = {}) =>
      createAzurePorts({ tenant, tokens: tokenPort, endpoint: sandbox.endpoint, clock: steppingClock(sandbox), retries: { retries: 2, pauseMs: 5, longestPauseMs: 2_000 }, timeoutMs: 1_000, ...more }),
    count: (operation) => sandbox.requests().filter((entry) => entry.operation === `arm.${operation}`).length,
    stop: () => sandbox.stop(),
  };
}

function steppingClock({ clock }: Sandbox): AzurePorts['clock'] {
  let time = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => time,
    async sleep(milliseconds) {
      time += milliseconds;
      clock.tick();
    },
  };
}
