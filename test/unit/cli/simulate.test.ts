import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

const tenant = '11111111-2222-4333-8444-555555555555';
const connector = `name: contoso
account: { id: "123456789012" }
azure: { tenant: ${tenant}, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg, location: eastus }
plans:
  defenderCspm: { agentlessScanning: true, kubernetesApiAccess: true, registryAccess: true, sensitiveDataDiscovery: true, ciem: true }
  servers: { tier: P2, arcAutoProvisioning: true, agentlessScanning: true }
  containers: { threatProtection: true, kubernetesApiAccess: true, registryAccess: true }
`;

describe('simulate', () => {
  let folder: string;
  let template: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    const file = join(folder, 'contoso.connector.yaml');
    template = join(folder, 'contoso.yaml');
    writeFileSync(file, connector);
    assert.equal((await run(['generate', file, '--format', 'yaml', '--out', template])).code, 0);
  });

  after(() => rmSync(folder, { recursive: true }));

  it('says that every role of a generated template is accepted', async () => {
    const { code, stdout, stderr } = await run(['simulate', template]);
    assert.equal(code, 0, stdout);
    const lines = stdout.trim().split('\n');
    assert.equal(lines.length, 11, stdout);
    for (const line of lines) assert.match(line, /contoso\.yaml:\d+:\d+ [\w-]+: Defender would present audience api:\/\/\S+( and session MicrosoftDefenderForClouds_[0-9a-f-]{36})?: accepted because/);
    assert.equal(stderr, '');
  });

  it('says which is rejected and why, with the place, and exits with 1', async () => {
    const { code, stdout } = await run(['simulate', template, '--role', 'CspmMonitorAws', '--tenant', '99999999-2222-4333-8444-555555555555']);
    assert.equal(code, 1);
    assert.match(stdout, /CspmMonitorAws: .*session MicrosoftDefenderForClouds_99999999-.*: rejected because sts:RoleSessionName must be MicrosoftDefenderForClouds_11111111/);
    assert.equal(stdout.trim().split('\n').length, 1);
  });

  it('prints one JSON array, and only that', async () => {
    const { stdout } = await run(['simulate', template, '--role', 'agentlessScanner', '--format', 'json']);
    const [verdict, ...more] = JSON.parse(stdout) as Record<string, unknown>[];
    assert.deepEqual(more, []);
    assert.equal(verdict?.['outcome'], 'accepted');
    assert.deepEqual(verdict?.['token'], {
      issuer: 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/',
      audience: 'api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner',
      session: `MicrosoftDefenderForClouds_${tenant}`,
    });
  });

  it('refuses what it cannot judge', async () => {
    for (const [args, expected, words] of [
      [[template, '--role', 'Nobody'], 1, /has no role Nobody that Defender for Cloud assumes with a token. It has CspmMonitorAws/],
      [[template, '--tenant', 'contoso'], 2, /Tenant contoso is not a tenant id/],
      [[join(folder, 'contoso.connector.yaml')], 2, /is not a CloudFormation template/],
      [[join(folder, 'none.yaml')], 3, /There is no file/],
    ] as const) {
      const { code, stdout, stderr } = await run(['simulate', ...args]);
      assert.deepEqual([code, stdout], [expected, '']);
      assert.match(stderr, words);
    }
  });
});
