import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { generateTemplate, type GenerateHost } from '../../src/extension/connectors/generate-template';
import { generatedDocuments, type GeneratedDocuments } from '../../src/extension/platform/generated-documents';
import { localFiles } from '../../src/cli/local-files';
import { generateForEditor } from '../../src/server/generate-for-editor';
import { eventually, exampleUri, theExtension } from './the-extension';

const exists = (uri: vscode.Uri) => Promise.resolve(vscode.workspace.fs.stat(uri)).then(() => true, () => false);
const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

describe('generating a template', () => {
  let documents: GeneratedDocuments;
  before(() => (documents = generatedDocuments()));
  after(() => documents.dispose());

  const host = (text: string, answer: boolean, asked: string[]): GenerateHost => ({
    generate: async () => ({
      ok: true, text, format: 'json', bytes: text.length, limit: 51_200, targetUri: exampleUri('target.template.json').toString(), unknown: [],
    }),
    documents,
    confirmReplace: async (message) => (asked.push(message), answer),
    confirmOutside: async (path) => (asked.push(path), answer),
    tell: () => undefined,
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const target = exampleUri('target.template.json');
    if (await exists(target)) await vscode.workspace.fs.delete(target);
  });

  it('writes the file by the command, and opens it', async () => {
    await theExtension().activate();
    const target = exampleUri('contoso-organization.template.json');
    await vscode.commands.executeCommand('defenderConnectors.generateTemplate', exampleUri('contoso-organization.connector.yaml'));
    await eventually(async () => ((await exists(target)) ? true : undefined), 'the template');
    const template: unknown = JSON.parse(await read(target));
    assert.ok(template && typeof template === 'object' && 'Resources' in template);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, target.path);
    await vscode.workspace.fs.delete(target);
  });

  it('shows the difference and replaces an existing template only on a yes', async () => {
    const target = exampleUri('target.template.json');
    const asked: string[] = [];
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('{"Metadata":{"DefenderConnectors":{}},"Resources":{}}'));
    assert.equal(await generateTemplate(exampleUri('contoso-development.connector.yaml'), host('{"new":1}', false, asked)), 'kept');
    assert.match(await read(target), /Resources/);
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
    assert.equal(await generateTemplate(exampleUri('contoso-development.connector.yaml'), host('{"new":1}', true, asked)), 'written');
    assert.equal(await read(target), '{"new":1}');
    assert.equal(asked.length, 2);
  });

  it('says so when the file was not written by us', async () => {
    const asked: string[] = [];
    await vscode.workspace.fs.writeFile(exampleUri('target.template.json'), new TextEncoder().encode('{"Resources":{}}'));
    await generateTemplate(exampleUri('contoso-development.connector.yaml'), host('{"new":1}', false, asked));
    assert.match(asked[0] ?? '', /not written by Defender Connectors/);
  });

  it('asks before it writes outside of the workspace', async () => {
    const folder = vscode.Uri.joinPath(exampleUri('.'), '..', 'outside');
    const connector = exampleUri('outside.connector.yaml');
    const target = vscode.Uri.joinPath(folder, 'x.template.json');
    const text = await read(exampleUri('contoso-development.connector.yaml'));
    await vscode.workspace.fs.writeFile(connector, new TextEncoder().encode(text.replace(/template: .*/, 'template: ../outside/x.template.json')));
    const asked: string[] = [];
    const generating = { ...host('', false, asked), generate: (uri: string) => generateForEditor({ uri }, localFiles) };
    try {
      assert.equal(await generateTemplate(connector, generating), 'kept');
      assert.deepEqual(asked, [target.fsPath]);
      assert.equal(await exists(target), false);
      assert.equal(await generateTemplate(connector, { ...generating, confirmOutside: async () => true }), 'written');
      assert.ok(await exists(target));
    } finally {
      await vscode.workspace.fs.delete(connector);
      if (await exists(folder)) await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('asks nothing when the file is up to date', async () => {
    const asked: string[] = [];
    await vscode.workspace.fs.writeFile(exampleUri('target.template.json'), new TextEncoder().encode('{"new":1}'));
    assert.equal(await generateTemplate(exampleUri('contoso-development.connector.yaml'), host('{"new":1}', false, asked)), 'unchanged');
    assert.deepEqual(asked, []);
  });
});
