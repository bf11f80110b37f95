import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toArmBody } from '../../../src/core/generate/arm-body';
import { azScript } from '../../../src/core/generate/scripts/az-script';
import type { JsonObject } from '../../../src/core/model/json';
import { connector, group, startAzureCloud, subscription, tenant, type AzureCloud } from '../azure/azure-cloud';

/** As much of the Azure command line as the script calls, over HTTP to the sandbox. */
const standIn = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const args = process.argv.slice(2);
const after = (name) => args.slice(args.indexOf(name) + 1);
const call = async (method, url, headers = [], body) => {
  const pairs = headers.map((header) => [header.slice(0, header.indexOf('=')), header.slice(header.indexOf('=') + 1)]);
  const answer = await fetch(url.replace('https://management.azure.com', process.env.ARM), {
    method: method.toUpperCase(), body, headers: { authorization: 'Bearer ' + process.env.ARM_TOKEN, ...Object.fromEntries(pairs) },
  });
  const text = await answer.text();
  if (!answer.ok) { console.error(answer.statusText + '(' + text + ')'); process.exit(1); }
  console.log(text);
};
const [first, second] = args;
if (first === 'account') { if (second === 'show') console.log(process.env.ARM_TENANT); }
else if (first === 'group') console.log(true);
else {
  const headers = args.includes('--headers') ? after('--headers').slice(0, after('--headers').findIndex((each) => each.startsWith('--'))) : [];
  const body = args.includes('--body') ? readFileSync(after('--body')[0].slice(1)) : undefined;
  void call(after('--method')[0], after('--url')[0], headers, body);
}
`;

const missing = ['bash', 'jq'].find((tool) => spawnSync(tool, ['--version']).status !== 0);

describe('the script for the Azure command line', function () {
  this.timeout(30_000);
  let cloud: AzureCloud;
  let folder: string;

  before(function () {
    if (!missing) return;
    console.log(`    skipped: there is no ${missing} on PATH`);
    this.skip();
  });
  beforeEach(async () => {
    cloud = await startAzureCloud();
    folder = mkdtempSync(join(tmpdir(), 'az-script-'));
    writeFileSync(join(folder, 'az'), standIn);
    chmodSync(join(folder, 'az'), 0o755);
  });
  afterEach(async () => {
    await cloud?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  async function run(changes: Partial<typeof connector> = {}, answers = 'yes\n', signedIn = tenant) {
    writeFileSync(join(folder, 'azure.sh'), azScript({ ...connector, ...changes }));
    const env = { PATH: `${folder}:${process.env['PATH']}`, ARM: cloud.sandbox.endpoint, ARM_TOKEN: cloud.sandbox.azure.token(tenant), ARM_TENANT: signedIn };
    const child = spawn('bash', ['azure.sh'], { cwd: folder, env });
    child.stdin.end(answers);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  }

  const writes = () => cloud.count('SecurityConnectors_CreateOrUpdate');
  const stored = () => cloud.sandbox.azure.readConnector(subscription, group, 'contoso');
  const inAzure = (more: JsonObject, offering: JsonObject = {}) => {
    const { properties, ...envelope } = toArmBody(connector).body;
    const { offerings, ...rest } = properties as JsonObject & { offerings: readonly JsonObject[] };
    const body = { ...envelope, ...more, properties: { ...rest, offerings: offerings.map((each) => ({ ...each, description: 'said by Azure', ...(each['offeringType'] === 'DefenderForServersAws' ? offering : {}) })) } };
    cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body });
  };

  it('creates the connector after a yes, and then finds nothing to do', async () => {
    const refused = await run({}, 'no\n');
    assert.match(refused.output, /There is no such connector yet[\s\S]*Nothing was changed/);
    assert.equal(writes(), 0);
    const made = await run();
    assert.equal(made.code, 0, made.output);
    assert.ok(stored());
    const again = await run({}, '');
    assert.deepEqual([again.code, writes()], [0, 1], again.output);
    assert.match(again.output, /Nothing: the connector is as the file says/);
  });

  it('changes what the file says otherwise, and shows it before', async () => {
    inAzure({ location: 'East US' });
    const { code, output } = await run({ scanIntervalHours: 24 });
    assert.equal(code, 0, output);
    assert.match(output, /-\s+"scanInterval": 12[\s\S]*\+\s+"scanInterval": 24/);
    assert.equal(JSON.stringify(stored()).includes('"scanInterval":24'), true);
  });

  it('takes nothing away: it names what only Azure has, and stops', async () => {
    inAzure({ tags: { owner: 'platform' } }, { vmScanners: { enabled: true, configuration: { exclusionTags: {} } } });
    const { code, output } = await run({ scanIntervalHours: 24 });
    assert.deepEqual([code, writes()], [1, 0], output);
    assert.match(output, /would be taken away\. Nothing was changed[\s\S]*\n {2}properties\.offerings\.DefenderForServersAws\.vmScanners\.enabled\n {2}tags\.owner\n$/);
  });

  it('stops at a connector of another account, and in another tenant', async () => {
    inAzure({});
    const other = await run({ account: { ...connector.account, id: '210987654321' } });
    assert.match(other.output, /is for AWS account 123456789012, not for 210987654321/);
    const elsewhere = await run({}, 'yes\n', '22222222-3333-4444-8555-666666666666');
    assert.match(elsewhere.output, /signed in to tenant 22222222-3333-4444-8555-666666666666/);
    assert.deepEqual([other.code, elsewhere.code, writes()], [1, 1, 0]);
  });
});
