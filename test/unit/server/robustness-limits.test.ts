import assert from 'node:assert/strict';
import { startChild, startInProcess } from './client';

const command = ['--import=tsx', 'src/server/main.ts', '--stdio'];

describe('language server, limits', () => {
  it('shows a thousand findings of a file, and says how many more there are', async function () {
    this.timeout(30_000);
    const client = await startInProcess();
    const uri = 'file:///w/many.connector.yaml';
    client.open(uri, `regions:\n${Array.from({ length: 3_000 }, (_, index) => `  - us-eest-${index}`).join('\n')}\n`);
    const found = await client.diagnostics(uri);
    assert.equal(found.length, 1_001);
    assert.match(String(found.at(-1)?.message), /^This file has \d+ more findings than are shown\. /);
    client.stop();
  });

  it('goes on after bodies that are no messages', async function () {
    this.timeout(30_000);
    const client = await startChild(command);
    const uri = 'file:///w/a.connector.yaml';
    for (const body of ['{', '[[[', '\0', '{"jsonrpc":"2.0","id":1}']) client.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    client.change(uri, 7, [{ text: 'name: never opened' }]);
    client.open(uri, 'name: [');
    assert.ok((await client.diagnostics(uri)).length > 0);
    client.stop();
  });

  it('ends within two seconds of its client', async function () {
    this.timeout(30_000);
    const { child } = await startChild(command);
    const started = performance.now();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await ended;
    assert.ok(performance.now() - started < 2_000, `${performance.now() - started} ms`);
  });
});
