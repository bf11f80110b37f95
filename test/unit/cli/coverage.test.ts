import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

const connector = (name: string, id: string, plans: string) => `name: ${name}
account:
  id: "${id}"
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg-security
  location: eastus
plans: ${plans}
`;

describe('defender-connectors coverage', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coverage-'));
    writeFileSync(join(folder, 'a.connector.yaml'), connector('a', '111111111111', '{ servers: { tier: P2 } }'));
    writeFileSync(join(folder, 'b.connector.yaml'), connector('b', '222222222222', '{}'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('counts the accounts of a folder', async () => {
    const { code, stdout, stderr } = await run(['coverage', folder]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^2 accounts\.\n/);
    assert.match(stdout, /Defender for Servers +#+\.+ {2}1 of 2/);
  });

  it('prints every format', async () => {
    assert.match((await run(['coverage', folder, '--format', 'csv'])).stdout, /^Account,Connectors,.*\r\n111111111111,a,/);
    assert.match((await run(['coverage', folder, '--format', 'markdown'])).stdout, /^# Coverage\n/);
    assert.match((await run(['coverage', folder, '--format', 'svg'])).stdout, /^<svg /);
    const { accounts } = JSON.parse((await run(['coverage', folder, '--format', 'json'])).stdout) as { accounts: { connectors: { on: string[] }[] }[] };
    assert.ok(accounts[0]?.connectors[0]?.on.includes('servers'));
    assert.equal((await run(['coverage', folder, '--format', 'png'])).code, 2);
  });

  it('says what it left out', async () => {
    writeFileSync(join(folder, 'c.connector.yaml'), 'name: [');
    const { code, stdout, stderr } = await run(['coverage', folder]);
    assert.equal(code, 3);
    assert.match(stderr, /c\.connector\.yaml is not a connector file that can be read: it is left out\./);
    assert.match(stdout, /^2 accounts\.\n/);
    assert.equal((await run(['coverage', join(folder, 'none')])).code, 3);
  });

  it('says that there is nothing', async () => {
    rmSync(join(folder, 'a.connector.yaml'));
    rmSync(join(folder, 'b.connector.yaml'));
    const { code, stderr } = await run(['coverage', folder]);
    assert.equal(code, 0);
    assert.match(stderr, /No connector file .* was found in/);
  });
});
