import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startInProcess, type Client } from './client';

const connector = (hours: number) => `name: contoso
account: { id: "123456789012" }
scanIntervalHours: ${hours}
azure: { tenant: 11111111-2222-4333-8444-555555555555, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg, location: eastus }
`;

const body = JSON.stringify({
  location: 'East US',
  properties: {
    hierarchyIdentifier: '123456789012',
    environmentName: 'AWS',
    environmentData: { environmentType: 'AwsAccount', scanInterval: 12 },
    offerings: [{ offeringType: 'CspmMonitorAws', nativeCloudConnection: { cloudRoleArn: 'arn:aws:iam::123456789012:role/CspmMonitorAws' } }],
  },
});

describe('files that belong to each other, in the server', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  beforeEach(async () => {
    client = await startInProcess();
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
  });

  afterEach(() => {
    client.stop();
    rmSync(folder, { recursive: true });
  });

  const found = (uri: string) => client.published.filter((params) => params.uri === uri).at(-1)?.diagnostics;

  it('links what a connector in Azure says otherwise to the connector file, and checks it again when that changes', async () => {
    writeFileSync(join(folder, 'contoso.connector.yaml'), connector(4));
    const uri = uriOf('body.json');
    client.open(uri, body, 'json');
    const [first, ...others] = await client.diagnostics(uri);
    assert.equal(first?.code, 'arm/connector-agreement');
    assert.deepEqual(others, []);
    assert.deepEqual(first?.relatedInformation, [
      {
        location: { uri: uriOf('contoso.connector.yaml'), range: { start: { line: 2, character: 0 }, end: { line: 2, character: 17 } } },
        message: 'The connector file says so here.',
      },
    ]);
    client.open(uriOf('contoso.connector.yaml'), connector(12));
    for (let tries = 0; tries < 200 && found(uri)?.length !== 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(found(uri), []);
  });
});
