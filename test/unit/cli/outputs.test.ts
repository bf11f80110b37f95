import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonObject } from '../../../src/core/model/json';
import { wellFormedConnector } from '../server/bad-inputs';
import { run } from './run';

describe('generate --as', () => {
  let folder: string;
  let connector: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outputs-'));
    connector = join(folder, 'a.connector.yaml');
    writeFileSync(connector, wellFormedConnector);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [kind, said] of [
    ['terraform', /^resource "azapi_resource" "connector"/m],
    ['script-aws', /create-change-set[\s\S]*template='a\.template\.json'|template='a\.template\.json'[\s\S]*create-change-set/],
    ['script-powershell', /\$template = 'a\.template\.json'[\s\S]*New-CFNChangeSet/],
    ['script-az', /az rest --method put/],
  ] as const) {
    it(`prints ${kind}`, async () => {
      const { code, stdout, stderr } = await run(['generate', connector, '--as', kind]);
      assert.equal(code, 0, stderr);
      assert.match(stdout, said);
    });
  }

  it('prints the body for Azure', async () => {
    const { stdout } = await run(['generate', connector, '--as', 'arm']);
    const body: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(body) && isJsonObject(body['properties']));
    assert.equal(body['properties']['environmentName'], 'AWS');
  });

  it('writes Terraform into a folder, and says later whether it is up to date', async () => {
    const out = join(folder, 'infrastructure');
    const check = () => run(['generate', connector, '--as', 'terraform', '--out', out, '--check']);
    assert.match((await check()).stderr, /main\.tf is missing/);
    assert.equal((await run(['generate', connector, '--as', 'terraform', '--out', out])).code, 0);
    assert.match(readFileSync(join(out, 'main.tf'), 'utf8'), /allowed_account_ids/);
    assert.equal((await check()).code, 0);
    writeFileSync(join(out, 'main.tf'), '');
    const { code, stderr } = await check();
    assert.equal(code, 1);
    assert.match(stderr, /differs/);
  });

  it('refuses what makes no sense, and connectors with a mistake', async () => {
    assert.equal((await run(['generate', connector, '--as', 'terraform', '--format', 'yaml'])).code, 2);
    assert.equal((await run(['generate', connector, '--as', 'bicep'])).code, 2);
    writeFileSync(connector, `${wellFormedConnector}scanIntervalHours: 5\n`);
    const { code, stderr } = await run(['generate', connector, '--as', 'arm']);
    assert.equal(code, 1);
    assert.match(stderr, /Scan interval is 5 hours/);
  });
});
