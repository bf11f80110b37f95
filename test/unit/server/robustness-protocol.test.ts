import assert from 'node:assert/strict';
import { wellFormedConnector } from './bad-inputs';
import { startRaw, type RawClient } from './raw-client';

/** What each capability lets a client ask. One without an entry fails below: nobody has asked it nonsense yet. */
const requestsOf: Readonly<Record<string, readonly string[]>> = {
  textDocumentSync: [],
  codeActionProvider: ['textDocument/codeAction'],
  hoverProvider: ['textDocument/hover'],
  completionProvider: ['textDocument/completion'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  documentLinkProvider: ['textDocument/documentLink'],
  codeLensProvider: ['textDocument/codeLens'],
};
const ours = ['defenderConnectors/describe', 'defenderConnectors/generate'];
const notifications = ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'workspace/didChangeConfiguration', '$/cancelRequest', '$/setTrace', '$/tomorrow'];

const uri = 'file:///w/contoso.connector.yaml';
const template = 'file:///w/contoso.template.yaml';
const templateText = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: CspmMonitorAws\nOutputs:\n  O: { Value: !Ref Role }\n';
const start = { line: 0, character: 0 };
const nonsense: readonly unknown[] = [
  undefined, null, [], [7], 7, 'text', {}, { textDocument: null }, { textDocument: {} }, { textDocument: { uri: 7 } }, { textDocument: { uri: null }, contentChanges: null },
  { textDocument: { uri } }, { textDocument: { uri }, position: null, positions: null, range: null, context: null, newName: null },
  { textDocument: { uri }, position: 'x', positions: 'x', range: 'x', context: 'x', newName: {} },
  { textDocument: { uri }, position: {}, positions: [null], range: {}, context: { only: 7, diagnostics: 7 }, contentChanges: [null] },
  { textDocument: { uri, version: 'x' }, contentChanges: 'all' }, { uris: 7 }, { uris: [null, 7, {}] }, { uri: 7 }, { settings: 7 }, { settings: { defenderConnectors: { rules: [] } } },
];

describe('language server, what no client should say', () => {
  let client: RawClient;
  let requests: readonly string[];

  const open = (own: string, text: string) => client.notify('textDocument/didOpen', { textDocument: { uri: own, languageId: 'yaml', version: 1, text } });
  const published = (own: string, at: number) =>
    client.until(({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === own && (params as { version?: number }).version === at);
  /** The server is there, and right. */
  const lives = async () => {
    const own = `file:///w/${Math.random()}.connector.yaml`;
    open(own, 'name: [');
    const { params } = await published(own, 1);
    assert.ok((params as { diagnostics: readonly unknown[] }).diagnostics.length > 0);
  };

  beforeEach(async () => {
    client = await startRaw();
    requests = [...Object.keys(client.capabilities).flatMap((capability) => requestsOf[capability] ?? []), ...ours];
    open(uri, wellFormedConnector);
    open(template, templateText);
  });

  it('is known for every capability', () => {
    assert.deepEqual(Object.keys(client.capabilities).filter((capability) => !requestsOf[capability]), []);
    assert.equal(requests.length, 14);
  });

  it('gets an answer to each request', async () => {
    for (const method of [...requests, 'tomorrow', 'textDocument/formatting']) {
      for (const params of nonsense) {
        const { result, error } = await client.request(method, params);
        assert.ok(error || result !== undefined, `${method} ${JSON.stringify(params)}`);
      }
    }
    await lives();
  });

  it('does no harm as a notification', async () => {
    const faults: unknown[] = [];
    const { error } = console;
    console.error = (fault: unknown) => void faults.push(fault);
    try {
      for (const method of notifications) for (const params of nonsense) client.notify(method, params);
      await lives();
    } finally {
      console.error = error;
    }
    assert.deepEqual(faults, []);
    const { result } = await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 3 } });
    assert.notEqual(result, undefined);
  });

  it('names a file that is not open, or no file', async () => {
    for (const own of ['file:///w/other.connector.yaml', 'untitled:Untitled-1', 'http://example.com/a.connector.yaml', 'file://%%', '', '%', 'file:///w/%00.connector.yaml', '__proto__', 'constructor']) {
      for (const method of requests) {
        const params = { textDocument: { uri: own }, position: start, positions: [start], range: { start, end: start }, context: { diagnostics: [] }, newName: 'x', uri: own, uris: [own] };
        const { result, error } = await client.request(method, params);
        assert.equal(error, undefined, `${method} ${own}`);
        if (!ours.includes(method)) assert.ok(result === null || (Array.isArray(result) && result.length === 0), `${method} ${own}: ${JSON.stringify(result)}`);
      }
    }
  });

  it('asks beyond the end, and before the beginning', async () => {
    for (const position of [{ line: 1e6, character: 0 }, { line: 0, character: 1e6 }, { line: 2 ** 31, character: 2 ** 31 }, { line: -1, character: -1 }, { line: 1.5, character: 0.5 }]) {
      for (const own of [uri, template]) {
        for (const method of requests.filter((name) => !ours.includes(name))) {
          const params = { textDocument: { uri: own }, position, positions: [position], range: { start: position, end: position }, context: { diagnostics: [] }, newName: 'Other' };
          const { error } = await client.request(method, params);
          // A place without a name is refused, in words.
          if (error) assert.match(error.message, /^[A-Z].*\.$/, `${method} ${JSON.stringify(position)}`);
        }
      }
    }
    assert.deepEqual(client.heard.filter(({ method }) => method === 'window/logMessage'), []);
  });

  it('changes what is closed, and goes back to an older version', async () => {
    const whole = (text: string, at: number | null) => client.notify('textDocument/didChange', { textDocument: { uri, version: at }, contentChanges: [{ text }] });
    whole('name: [', 9);
    await published(uri, 9);
    whole(wellFormedConnector, 4);
    assert.deepEqual((await published(uri, 4)).params, { uri, version: 4, diagnostics: [] });
    client.notify('textDocument/didClose', { textDocument: { uri } });
    client.notify('textDocument/didClose', { textDocument: { uri } });
    whole('name: [', 10);
    whole('name: [', null);
    open(uri, wellFormedConnector);
    open(uri, 'name: [');
    await lives();
    assert.ok(!client.heard.some(({ params }) => (params as { version?: number } | undefined)?.version === 10), 'what is closed is not checked');
  });

  it('takes back requests that are made, answered or unknown', async () => {
    const asked = requests.map((method) => client.request(method, { textDocument: { uri }, position: start, positions: [start], range: { start, end: start }, newName: 'x', uris: [uri], uri }));
    for (const { id } of asked) client.notify('$/cancelRequest', { id });
    for (const id of [1, 99_999, 'x', null, {}]) client.notify('$/cancelRequest', { id });
    for (const answer of await Promise.all(asked)) assert.ok(answer.error || answer.result !== undefined);
    await lives();
  });

  it('is no JSON, or no message', async () => {
    for (const body of ['', '{', '[[[', '\0', 'null', '[]', '"text"', '7', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":1}', '{"jsonrpc":"2.0","id":{},"method":7}', '{"jsonrpc":"1.0","method":[]}', '\uD800'])
      client.bytes(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await lives();
  });

  it('has headers that are none', async () => {
    for (const header of ['Content-Length: x', 'Content-Length: -5', 'Content-Length: ', 'Content-Length: 1e9999', 'Content-Type: text/plain', 'nonsense', ': ', ''])
      client.bytes(`${header}\r\n\r\n`);
    await lives();
  });
});
