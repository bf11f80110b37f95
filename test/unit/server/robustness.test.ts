import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver/node';
import { badInputs, wellFormedConnector } from './bad-inputs';
import { startChild, startForked, startInProcess, type Client } from './client';

const uri = 'file:///w/contoso.connector.yaml';
const position = { line: 1, character: 3 };

describe('language server, bad input', () => {
  let client: Client;

  before(async () => {
    client = await startInProcess();
  });

  after(() => client.stop());

  for (const [name, text] of Object.entries(badInputs)) {
    it(`answers for a file that is ${name}`, async function () {
      this.timeout(5_000);
      const logged: string[] = [];
      const listener = client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
      const own = `file:///w/${encodeURIComponent(name)}.connector.yaml`;
      client.open(own, text);
      const found = await client.diagnostics(own);
      if (text === wellFormedConnector.replaceAll('\n', '\r\n') || text.startsWith('\uFEFF')) assert.deepEqual(found, []);
      for (const method of ['textDocument/hover', 'textDocument/completion']) {
        await client.connection.sendRequest(method, { textDocument: { uri: own }, position });
      }
      await client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: own }, range: { start: position, end: position }, context: { diagnostics: [] } });
      const generated = await client.connection.sendRequest<{ ok: boolean }>('defenderConnectors/generate', { uri: own });
      assert.equal(typeof generated.ok, 'boolean');
      listener.dispose();
      assert.deepEqual(logged, [], 'nothing went wrong inside');
    });
  }
});

describe('language server, as a process', () => {
  const command = ['--import=tsx', 'src/server/main.ts', '--stdio'];

  it('survives requests that make no sense, and ends when told to', async function () {
    this.timeout(20_000);
    const client = await startChild(command);
    const { child, connection } = client;
    const raw = (body: string) => child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    for (const params of [undefined, null, [], 7, {}, { textDocument: null }, { textDocument: { uri: 7 }, position: 'x' }]) {
      for (const method of ['textDocument/hover', 'textDocument/codeAction', 'textDocument/completion', 'defenderConnectors/describe', 'defenderConnectors/generate', 'nonsense']) {
        raw(JSON.stringify({ jsonrpc: '2.0', id: `x${Math.random()}`, method, params }));
      }
      for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'nonsense']) {
        raw(JSON.stringify({ jsonrpc: '2.0', method, params }));
      }
    }
    for (const body of ['', '{', 'null', '[]', '"text"', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":{},"method":7}']) raw(body);
    client.open(uri, wellFormedConnector);
    client.change(uri, 2, [{ range: { start: { line: -5, character: -5 }, end: { line: 9e9, character: 9e9 } }, text: 'name: x' }]);
    client.change(uri, 3, [{ range: 'nowhere', text: 7 }]);
    client.change(uri, 4, [{ text: wellFormedConnector }]);
    assert.deepEqual(await client.diagnostics(uri, 4), []);
    const hover = await connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
    assert.ok(hover.contents);

    const ended = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
  });

  const lints = async (client: Client) => {
    client.open(uri, 'name: [');
    assert.ok((await client.diagnostics(uri)).length > 0);
    client.stop();
  };

  it('speaks over the channel of Node', async function () {
    this.timeout(20_000);
    await lints(await startForked('src/server/main.ts'));
  });

  it('is what the command line starts for any editor', async function () {
    this.timeout(20_000);
    await lints(await startChild(['--import=tsx', 'src/cli/main.ts', 'lsp', '--stdio']));
  });

  it('ends by itself when its client is gone', async function () {
    this.timeout(20_000);
    const { child } = await startChild(command);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    assert.equal(await ended, 1);
  });
});
