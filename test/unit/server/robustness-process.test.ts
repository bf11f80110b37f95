import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { wellFormedConnector } from './bad-inputs';
import { startChild, startInProcess } from './client';

const uri = 'file:///w/contoso.connector.yaml';

/** About a megabyte of roles: what takes longest to read. */
const megabyte = `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${Array.from(
  { length: 5_500 },
  (_, index) => `  Role${index}:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: contoso-${index}\n      Description: A role of a template that is far longer than most\n      Path: /contoso/${index}/\n`,
).join('')}# MicrosoftDefenderForClouds\n`;

describe('language server, whose client vanishes', function () {
  this.timeout(30_000);

  const endsSoon = async (child: ChildProcess, vanish: () => void) => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const started = performance.now();
    vanish();
    const isOver = await Promise.race([ended.then(() => true), pause(6_000, false)]);
    if (!isOver) child.kill('SIGKILL');
    assert.ok(isOver, 'still runs');
    assert.ok(performance.now() - started < 2_000, `${performance.now() - started} ms`);
  };

  it('ends when the channel between Node processes does', async () => {
    const child = fork('src/server/main.ts', ['--node-ipc'], { execArgv: ['--import=tsx'] });
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await new Promise((resolve) => child.once('message', resolve));
    await endsSoon(child, () => child.disconnect());
  });

  it('ends in the middle of a large file, with nobody to tell', async () => {
    const { child, open } = await startChild(['--import=tsx', 'src/server/main.ts', '--stdio']);
    open('file:///w/large.template.yaml', megabyte);
    child.stdin.once('error', () => undefined);
    await new Promise((resolve) => child.stdin.write('\r\n', resolve));
    await endsSoon(child, () => {
      child.stdout.destroy();
      child.stdin.destroy();
    });
  });
});

describe('language server, for long', function () {
  this.timeout(30_000);

  it('keeps nothing of what is closed', async () => {
    const client = await startInProcess();
    const text = `${wellFormedConnector}${'# what pads the file\n'.repeat(2_000)}regions: [us-eest-1]\n`;
    const openAndClose = async (count: number, name: string) => {
      for (let index = 0; index < count; index++) {
        const own = `file:///w/${name}${index}.connector.yaml`;
        client.open(own, `${text}# ${name}${index}`);
        assert.ok((await client.diagnostics(own)).length > 0);
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: own } });
      }
      await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
      return heapAfterCollection();
    };
    const before = await openAndClose(20, 'first');
    const grown = ((await openAndClose(300, 'later')) - before) / 1e6;
    // The texts alone are 12 MB.
    assert.ok(grown < 6, `${grown.toFixed(1)} MB`);
    client.stop();
  });

  it('tells what it finds of a large template as a whole before it has looked at every entry', async () => {
    const client = await startInProcess();
    const text = megabyte.replace('Resources:\n', 'Unknown: 1\nResources:\n  ASCDefendersOIDCIdentityProvider:\n    Type: AWS::IAM::OIDCProvider\n');
    const large = 'file:///w/whole.template.yaml';
    client.open(large, text);
    const first = await client.diagnostics(large);
    while (client.published.length < 2) await pause(5);
    const all = client.published.at(-1)?.diagnostics ?? [];
    assert.ok(first.some(({ code }) => code === 'template/section'), JSON.stringify(first));
    assert.ok(all.some(({ code }) => code === 'template/section') && all.length > first.length);
    assert.deepEqual(client.published.map(({ version }) => version), [1, 1]);
    client.stop();
  });

  it('answers while a megabyte is read for the first time', async () => {
    const client = await startInProcess();
    client.open(uri, wellFormedConnector);
    await client.diagnostics(uri);
    const waits: number[] = [];
    for (const large of ['one', 'two', 'three'].map((name) => `file:///w/${name}.template.yaml`)) {
      client.open(large, megabyte);
      let isRead = false;
      void client.diagnostics(large).then(() => (isRead = true));
      while (!isRead) {
        // CPU, of which a busy machine gives each process less but does not take more.
        const before = process.cpuUsage();
        await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: waits.length % 2 ? uri : large }, position: { line: 1, character: 3 } });
        const { user, system } = process.cpuUsage(before);
        waits.push((user + system) / 1_000);
        await pause(2);
      }
    }
    waits.sort((one, other) => one - other);
    assert.ok(waits.length > 5, `asked ${waits.length} times only`);
    const median = waits[Math.floor(waits.length / 2)] ?? Infinity;
    assert.ok(median < 250, `${median} ms`);
    client.stop();
  });
});

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert.ok(typeof collect === 'function');
  collect();
  return process.memoryUsage().heapUsed;
}
