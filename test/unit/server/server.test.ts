import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeAction, CompletionItem, Hover } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConnectorSummary, GenerateAnswer } from '../../../src/protocol/server-requests';
import { startInProcess, type Client } from './client';

const good = `name: contoso
account:
  id: "123456789012"
scanIntervalHours: 12
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg
  location: eastus
plans:
  servers: { tier: P2, agentlessScanning: true }
`;
const bad = `${good.replace('Hours: 12', 'Hours: 5')}access: leastPrivileg\n`;

describe('language server', () => {
  let client: Client;
  let folder: string;
  let uri: string;

  beforeEach(async () => {
    client = await startInProcess({ textDocument: { completion: { completionItem: { snippetSupport: true } } } });
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    uri = pathToFileURL(join(folder, 'contoso.connector.yaml')).href;
  });

  afterEach(() => {
    client.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it('publishes findings with code, page and place, and takes them back when they are gone', async () => {
    client.open(uri, bad);
    const found = await client.diagnostics(uri);
    const interval = found.find(({ code }) => code === 'connector/scan-interval');
    assert.ok(interval, JSON.stringify(found));
    assert.deepEqual(interval.range, { start: { line: 3, character: 19 }, end: { line: 3, character: 20 } });
    assert.equal(interval.severity, 1);
    assert.equal(interval.source, 'Defender Connectors');
    assert.match(interval.codeDescription?.href ?? '', /^https:/);

    client.change(uri, 2, [{ range: interval.range, text: '12' }]);
    const after = await client.diagnostics(uri, 2);
    assert.deepEqual(after.map(({ code }) => code), found.map(({ code }) => code).filter((code) => code !== 'connector/scan-interval'));

    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
    assert.deepEqual(client.published.at(-1), { uri, diagnostics: [] });
  });

  it('lints only the last of a burst of edits', async () => {
    client.open(uri, good);
    await client.diagnostics(uri);
    for (let version = 2; version <= 40; version += 1) {
      client.change(uri, version, [{ range: { start: { line: 3, character: 19 }, end: { line: 3, character: version === 2 ? 21 : 20 } }, text: String(version % 10) }]);
    }
    await client.diagnostics(uri, 40);
    const versions = client.published.map(({ version }) => version);
    assert.ok(versions.length <= 5, `published versions ${versions.join(', ')}`);
  });

  it('leaves files that are not ours alone', async () => {
    const other = pathToFileURL(join(folder, 'values.yaml')).href;
    client.open(other, 'a: [1, 2');
    assert.deepEqual(await client.diagnostics(other), []);
    assert.equal(await ask('textDocument/hover', { textDocument: { uri: other }, position: { line: 0, character: 0 } }), null);
    assert.deepEqual(await ask('textDocument/completion', { textDocument: { uri: other }, position: { line: 0, character: 0 } }), []);
  });

  it('offers each finding its fix, and one action for all', async () => {
    client.open(uri, bad);
    const diagnostics = await client.diagnostics(uri);
    const actions = await ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: whole, context: { diagnostics } });
    const quick = actions.filter(({ kind }) => kind === 'quickfix');
    assert.ok(quick.length >= 2);
    assert.ok(quick.some(({ isPreferred }) => isPreferred));
    assert.ok(quick.every((action) => action.diagnostics?.length === 1));

    const only = await ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: whole, context: { diagnostics: [], only: ['source.fixAll'] } });
    assert.deepEqual(only.map(({ kind }) => kind), ['source.fixAll.defenderConnectors']);
    const document = TextDocument.create(uri, 'yaml', 1, bad);
    const fixed = TextDocument.applyEdits(document, only[0]?.edit?.changes?.[uri] ?? []);
    client.change(uri, 2, [{ text: fixed }]);
    assert.deepEqual(await client.diagnostics(uri, 2), []);
  });

  it('checks an open template against its open connector, again when that changes', async () => {
    client.open(uri, `${good}deployment: { template: t.json }\n`);
    const generated = await ask<GenerateAnswer>('defenderConnectors/generate', { uri });
    assert.ok(generated.ok);
    const template = pathToFileURL(join(folder, 't.json')).href;
    client.open(template, generated.text, 'json');
    assert.deepEqual(await client.diagnostics(template), []);

    const before = client.published.length;
    client.change(uri, 2, [{ text: `${good.replace('agentlessScanning', 'arcAutoProvisioning')}deployment: { template: t.json }\n` }]);
    await client.diagnostics(uri, 2);
    const again = () => client.published.slice(before).find((published) => published.uri === template);
    for (let turn = 0; turn < 100 && !again(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(again()?.diagnostics.some(({ code }) => code === 'template/role-connector-agreement'));
  });

  it('hovers and completes at a place', async () => {
    client.open(uri, good);
    const hover = await ask<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 10, character: 30 } });
    assert.match(JSON.stringify(hover.contents), /DefenderForCloud-AgentlessScanner/);
    assert.deepEqual(hover.range, { start: { line: 10, character: 23 }, end: { line: 10, character: 40 } });

    client.change(uri, 2, [{ range: { start: { line: 10, character: 46 }, end: { line: 10, character: 46 } }, text: ', ' }]);
    const items = await ask<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line: 10, character: 48 } });
    assert.deepEqual(items.map(({ label }) => label), ['arcAutoProvisioning', 'defenderForEndpoint', 'vulnerabilityAssessment']);
    assert.equal(items[0]?.insertTextFormat, 2);
  });

  it('gives plain text to an editor without snippets', async () => {
    const plain = await startInProcess();
    plain.open(uri, '');
    const items = await plain.connection.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line: 0, character: 0 } });
    assert.equal(items[0]?.insertTextFormat, 1);
    assert.ok(items[0]?.textEdit && !items[0].textEdit.newText.includes('${'));
    plain.stop();
  });

  it('describes connectors, open texts before the disk, and says what cannot be read', async () => {
    writeFileSync(fileURLToPath(uri), good);
    const missing = pathToFileURL(join(folder, 'gone.connector.yaml')).href;
    const describe = () => ask<ConnectorSummary[]>('defenderConnectors/describe', { uris: [uri, missing, 'nonsense:%%%'] });
    const [disk, gone, nonsense] = await describe();
    assert.equal(disk?.errors, 0);
    assert.match(gone?.firstProblem ?? '', /There is no file/);
    assert.equal(nonsense?.errors, 1);
    client.open(uri, bad.replace('contoso', 'renamed'));
    const [open] = await describe();
    assert.equal(open?.name, 'renamed');
    assert.equal(open?.errors, 2);
  });

  describe('generating', () => {
    const generate = (params: object = {}) => ask<GenerateAnswer>('defenderConnectors/generate', { uri, ...params });
    const portalText = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { A: { Type: 'AWS::IAM::Role' } } });

    it('answers with the template and its place, the same each time', async () => {
      client.open(uri, good);
      const answer = await generate();
      assert.ok(answer.ok);
      assert.equal(fileURLToPath(answer.targetUri), join(folder, 'contoso.template.json'));
      assert.equal(answer.bytes, Buffer.byteLength(answer.text));
      assert.deepEqual(answer.unknown, []);
      assert.deepEqual(await generate(), answer);
      const yaml = await generate({ format: 'yaml' });
      assert.ok(yaml.ok && yaml.format === 'yaml' && yaml.targetUri.endsWith('contoso.template.yaml'));
    });

    it("goes where the connector says, but never onto a template that is not ours", async () => {
      client.open(uri, `${good}deployment: { template: mine.json }\n`);
      const chosen = await generate();
      assert.ok(chosen.ok && chosen.targetUri.endsWith('/mine.json'));
      writeFileSync(join(folder, 'mine.json'), chosen.text);
      assert.deepEqual(await generate(), chosen, 'our own may be written again');

      writeFileSync(join(folder, 'mine.json'), portalText);
      const beside = await generate();
      assert.ok(beside.ok && beside.targetUri.endsWith('/contoso.template.json'));
      writeFileSync(join(folder, 'contoso.template.json'), portalText);
      const further = await generate();
      assert.ok(further.ok && further.targetUri.endsWith('/contoso.generated.template.json'));
      assert.equal(readFileSync(join(folder, 'mine.json'), 'utf8'), portalText);
    });

    it('says what is not known', async () => {
      client.open(uri, good.replace('plans:', 'plans:\n  defenderCspm: { cloudTrailIngestion: true }'));
      const answer = await generate();
      assert.ok(answer.ok);
      assert.match(answer.unknown.join(), /CloudTrail/i);
    });

    it('refuses a connector with mistakes in one sentence', async () => {
      client.open(uri, bad);
      const answer = await generate();
      assert.ok(!answer.ok);
      assert.match(answer.message, /contoso\.connector\.yaml has a mistake/);
    });
  });
});

