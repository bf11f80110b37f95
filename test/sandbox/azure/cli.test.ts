import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toConnectorText } from '../../../src/core/import/to-connector-text';
import { run } from '../../unit/cli/run';
import { connector, group, startAzureCloud, subscription, tenant, type AzureCloud } from './azure-cloud';

const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Security/securityConnectors/contoso`;

describe('the command line and Azure', function () {
  this.timeout(30_000);
  let cloud: AzureCloud;
  let folder: string;
  let file: string;
  let token: string;
  const outputs: string[] = [];
  beforeEach(async () => {
    cloud = await startAzureCloud();
    token = cloud.sandbox.azure.token(tenant);
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    file = join(folder, 'contoso.connector.yaml');
    writeFileSync(file, toConnectorText(connector, { format: 'yaml' }));
  });
  afterEach(async () => {
    await cloud.stop();
    rmSync(folder, { recursive: true });
  });

  const azure = async (args: readonly string[], env = {}) => {
    const outcome = await run(['azure', ...args], { env: { PATH: process.env['PATH'], DEFENDER_CONNECTORS_ARM_ENDPOINT: cloud.sandbox.endpoint, AZURE_ACCESS_TOKEN: token, ...env } });
    outputs.push(outcome.stdout, outcome.stderr);
    assert.ok(!outcome.stdout.includes(token) && !outcome.stderr.includes(token));
    return outcome;
  };

  it('plans, applies, finds nothing to do, lists, imports, shows health and deletes', async () => {
    const plan = await azure(['plan', file, '--exit-code']);
    assert.equal(plan.code, 1, plan.stderr);
    assert.match(plan.stdout, /^Creates connector contoso\n {2}Subscription {4}66666666/);
    assert.match(plan.stdout, /ok {6} Write the connector\./);
    assert.match(plan.stdout, /\+ offerings\.DefenderForServersAws = /);
    assert.equal(cloud.count('SecurityConnectors_CreateOrUpdate'), 0);

    assert.equal((await azure(['apply', file])).code, 1, 'nobody to ask');
    assert.equal(cloud.count('SecurityConnectors_CreateOrUpdate'), 0);
    const applied = await azure(['apply', file, '--yes']);
    assert.equal(applied.code, 0, applied.stderr);
    assert.match(applied.stderr, /Connector contoso is created\./);
    assert.match((await azure(['plan', file, '--exit-code'])).stdout, /^Nothing to do/);

    const list = await azure(['list']);
    assert.equal(list.stdout, `123456789012\tsingle\tservers\t${id}\n`);
    assert.equal((JSON.parse((await azure(['list', '--subscription', subscription, '--format', 'json'])).stdout) as unknown[]).length, 1);

    assert.match((await azure(['health', file])).stdout, /has no health report/);
    cloud.sandbox.clock.runAll();
    const health = await azure(['health', id]);
    assert.equal(health.code, 1);
    assert.match(health.stdout, /Connectivity: not healthy, looked at .* \(0 h ago\)\n {2}- Identity provider is missing/);

    const all = await azure(['health', '--subscription', subscription]);
    assert.equal(all.code, 1);
    assert.ok(all.stdout.startsWith(`${id}\nConnectivity: not healthy`), all.stdout);
    assert.match((await azure(['health'])).stderr, /whose health to show\. Name either a connector or/);

    const out = join(folder, 'imported.connector.yaml');
    assert.equal((await azure(['import', id, '--out', out, '--tenant', tenant])).code, 0);
    assert.match(readFileSync(out, 'utf8'), /name: contoso\n/);
    assert.match((await azure(['plan', out])).stdout, /^Nothing to do/);

    assert.equal((await azure(['delete', file])).code, 1);
    const deleted = await azure(['delete', file, '--yes']);
    assert.equal(deleted.code, 0, deleted.stderr);
    assert.match(deleted.stdout, /shared {2}The identity provider/);
    assert.equal((await azure(['delete', id, '--yes'])).code, 3);
  });

  it('says why it could not, with another exit code than for a no', async () => {
    cloud.sandbox.faults.add({ match: 'arm\\..*', do: 'denied' });
    const denied = await azure(['plan', file]);
    assert.equal(denied.code, 3);
    assert.match(denied.stderr, /the role for it is missing\. Ask for the role/);
    cloud.sandbox.faults.clear();
    writeFileSync(file, 'name: contoso\n');
    assert.match((await azure(['plan', file])).stderr, /has a mistake/);
    assert.equal((await azure(['plan', 'none.connector.yaml'])).code, 3);
    assert.equal((await azure(['frobnicate'])).code, 2);
  });

  it('knows the tenant of what it imports, and says what it was not given', async () => {
    assert.match((await azure(['list'])).stderr, /^There is no connector for an AWS account in the subscriptions/);
    await azure(['apply', file, '--yes']);
    const { stdout, stderr } = await azure(['import', id]);
    assert.match(stdout, new RegExp(`tenant: ${tenant}\n`));
    assert.ok(!stderr.includes('tenant'), stderr);
    assert.deepEqual(await azure(['health', id.replace('/providers', '')]).then(({ code, stderr: said }) => [code, said.slice(0, 60)]), [1, `${id.slice(0, 60)}`]);
    assert.match((await azure(['list'], { AZURE_ACCESS_TOKEN: 'eyJ.eyJ.no' })).stderr, /did not accept the sign-in when asked to list the tenants/);
  });

  it('asks the Azure CLI for a token, of the right tenant, and no folder of the workspace', async function () {
    if (process.platform === 'win32') this.skip();
    const log = join(folder, 'asked');
    const az = (script: string) => writeFileSync(join(folder, 'az'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const env = { AZURE_ACCESS_TOKEN: undefined, PATH: `${folder}:/usr/bin:/bin` };
    az(`echo "$@ in $PWD" >> ${log}; echo '{"accessToken":"${token}","expires_on":${Math.round(Date.now() / 1000) + 3600}}'`);
    assert.equal((await azure(['plan', file], env)).code, 0);
    const asked = readFileSync(log, 'utf8').trim().split('\n');
    assert.equal(asked.length, 1, 'kept while it lasts');
    assert.match(asked[0] ?? '', new RegExp(`^account get-access-token --output json --resource https://management.azure.com --tenant ${tenant} in `));
    assert.ok(!asked[0]?.endsWith(process.cwd()));
    az('echo "Please run az login" >&2; exit 1');
    assert.match((await azure(['plan', file], env)).stderr, new RegExp(`The Azure CLI gave no token for tenant ${tenant}\\. Run "az login --tenant ${tenant}"`));
    rmSync(join(folder, 'az'));
    assert.match((await azure(['plan', file], { ...env, PATH: folder })).stderr, /the Azure CLI \(az\) was not found/);
    assert.equal((await azure(['import', id, '--tenant', 'x; rm -rf /'], env)).code, 1);
  });
});
