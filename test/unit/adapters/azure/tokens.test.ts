import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineTokens } from '../../../../src/adapters/azure/tokens';

const tenant = '11111111-2222-4333-8444-555555555555';

describe('tokens of an application', () => {
  let entra: Server;
  let asked: { readonly url: string; readonly form: URLSearchParams }[];
  let answer: object;
  beforeEach(async () => {
    asked = [];
    answer = { access_token: 'secret-token', expires_in: 3600 };
    entra = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        asked.push({ url: request.url ?? '', form: new URLSearchParams(Buffer.concat(chunks).toString()) });
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => entra.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => entra.close());
  const env = (more = {}) => ({
    AZURE_CLIENT_ID: 'client',
    AZURE_CLIENT_SECRET: 'hush',
    AZURE_AUTHORITY_HOST: `http://127.0.0.1:${(entra.address() as AddressInfo).port}`,
    ...more,
  });

  it('come from one form post with the secret, and are kept by tenant', async () => {
    const tokens = commandLineTokens(env());
    assert.deepEqual(await tokens.token({ tenant }), { ok: true, value: 'secret-token' });
    await tokens.token({ tenant });
    assert.equal(asked.length, 1);
    assert.equal(asked[0]?.url, `/${tenant}/oauth2/v2.0/token`);
    assert.deepEqual(Object.fromEntries(asked[0]?.form ?? []), { grant_type: 'client_credentials', scope: 'https://management.azure.com/.default', client_id: 'client', client_secret: 'hush' });
  });

  it('come with a federated token of a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    writeFileSync(join(folder, 'token'), 'assertion\n');
    const tokens = commandLineTokens(env({ AZURE_CLIENT_SECRET: undefined, AZURE_FEDERATED_TOKEN_FILE: join(folder, 'token'), AZURE_TENANT_ID: tenant }));
    assert.ok((await tokens.token({ tenant: '' })).ok);
    assert.equal(asked[0]?.form.get('client_assertion'), 'assertion');
    rmSync(folder, { recursive: true });
    const gone = await commandLineTokens(env({ AZURE_CLIENT_SECRET: undefined, AZURE_FEDERATED_TOKEN_FILE: join(folder, 'token') })).token({ tenant });
    assert.ok(!gone.ok && /cannot be read/.test(gone.error.message));
  });

  it('say the code of a refusal and nothing of what was sent', async () => {
    answer = { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided: hush. Trace ID: x' };
    const refused = await commandLineTokens(env()).token({ tenant });
    assert.ok(!refused.ok && refused.error.code === 'credentials');
    assert.match(refused.error.message, /\(invalid_client, AADSTS7000215\)/);
    assert.ok(!JSON.stringify(refused).includes('hush'));
  });

  it('go to no host without https but this machine, and for no tenant that is none', async () => {
    for (const host of ['http://login.example', 'nonsense']) {
      const refused = await commandLineTokens(env({ AZURE_AUTHORITY_HOST: host })).token({ tenant });
      assert.ok(!refused.ok && /no https address/.test(refused.error.message), host);
    }
    const odd = await commandLineTokens(env()).token({ tenant: '../evil' });
    assert.ok(!odd.ok && odd.error.code === 'invalidInput');
    assert.equal(asked.length, 0);
  });
});
