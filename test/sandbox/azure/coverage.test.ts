import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coverage } from '../../../src/core/coverage/coverage';
import { toConnectorText } from '../../../src/core/import/to-connector-text';
import { run } from '../../unit/cli/run';
import { connector, startAzureCloud, tenant, type AzureCloud } from './azure-cloud';

describe('coverage with connectors of Azure', function () {
  this.timeout(30_000);
  let cloud: AzureCloud;
  let folder: string;
  let token: string;
  beforeEach(async () => {
    cloud = await startAzureCloud();
    token = cloud.sandbox.azure.token(tenant);
    folder = mkdtempSync(join(tmpdir(), 'coverage-'));
    write({});
  });
  afterEach(async () => {
    await cloud.stop();
    rmSync(folder, { recursive: true });
  });

  const file = () => join(folder, 'contoso.connector.yaml');
  const write = (changes: Partial<typeof connector>) => writeFileSync(file(), toConnectorText({ ...connector, ...changes }, { format: 'yaml' }));
  const cli = (...args: readonly string[]) => run(args, { env: { PATH: process.env['PATH'], DEFENDER_CONNECTORS_ARM_ENDPOINT: cloud.sandbox.endpoint, AZURE_ACCESS_TOKEN: token } });

  it('takes the word of Azure, and says where the file differs', async () => {
    const applied = await cli('azure', 'apply', file(), '--yes');
    assert.equal(applied.code, 0, applied.stderr);
    write({ plans: { databases: { openSource: true } } });
    const { code, stdout, stderr } = await cli('coverage', folder, '--azure', '--format', 'json');
    assert.equal(code, 0, stderr);
    const { accounts } = JSON.parse(stdout) as Coverage;
    assert.deepEqual(accounts.map(({ accountId, connectors, differs }) => [accountId, connectors.map(({ from }) => from), differs]), [['123456789012', ['file', 'azure'], true]]);
    assert.deepEqual([accounts[0]?.cells['servers'], accounts[0]?.cells['databases']], ['on', 'off']);
    assert.match((await cli('coverage', folder, '--azure')).stdout, /^1 account, 1 where file and Azure differ\.\n/);
    assert.ok(!stdout.includes(token) && !stderr.includes(token));
  });

  it('asks Azure only when told to, and says what it could not read', async () => {
    const before = cloud.sandbox.requests().length;
    const alone = await cli('coverage', folder);
    assert.equal(alone.code, 0, alone.stderr);
    assert.equal(cloud.sandbox.requests().length, before);
    cloud.sandbox.faults.add({ match: 'arm\\.SecurityConnectors_List', do: 'denied' });
    const refused = await cli('coverage', folder, '--azure');
    assert.equal(refused.code, 3, refused.stdout);
    assert.match(refused.stderr, /^Subscription 66666666-7777-4888-9999-000000000000: /);
    assert.match(refused.stdout, /^1 account\.\n/);
  });
});
