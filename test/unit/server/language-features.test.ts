import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InitializeResult,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilities } from '../../../src/server/capabilities';
import { startInProcess, type Client } from './client';

const template = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  RoleName: { Type: String, Default: CspmMonitorAws }
  Spare: { Type: String }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref RoleName
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Sub "arn:aws:iam::\${AWS::AccountId}:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/" }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud: api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479
                sts:RoleSessionName: MicrosoftDefenderForClouds_11111111-2222-4333-8444-555555555555
Outputs:
  Arn: { Value: !GetAtt Role.Arn }
`;

const connector = `name: contoso
account: { id: "123456789012" }
azure: { tenant: 11111111-2222-4333-8444-555555555555, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg, location: eastus }
roles:
  cspmMonitor: CspmMonitorAws
deployment:
  template: a.yaml
`;

const client: ClientCapabilities = {
  textDocument: {
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
const commands = ['defenderConnectors.generateTemplate', 'defenderConnectors.previewDeployment', 'defenderConnectors.deployConnector'];

describe('language server, features', () => {
  let server: Client;
  let folder: string;
  let uri: string;
  let connectorUri: string;

  const start = async (capable: ClientCapabilities, options?: object) => {
    server = await startInProcess(capable, options);
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    uri = pathToFileURL(join(folder, 'a.yaml')).href;
    connectorUri = pathToFileURL(join(folder, 'contoso.connector.yaml')).href;
  };

  beforeEach(() => start(client, { commands }));

  afterEach(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  const at = (text: string, part: string, into = 0) => {
    const before = text.slice(0, text.indexOf(part) + into).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const ask = <T>(method: string, params: object, of = uri) => server.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: of }, ...params });
  const textOf = (text: string, range: Location['range']) => TextDocument.create('file:///x', 'yaml', 1, text).getText(range);

  it('says what it can do', () => {
    const offered: InitializeResult['capabilities'] = capabilities;
    for (const key of ['definitionProvider', 'referencesProvider', 'renameProvider', 'documentSymbolProvider', 'foldingRangeProvider', 'selectionRangeProvider', 'documentLinkProvider', 'codeLensProvider'] as const) {
      assert.ok(offered[key], key);
    }
  });

  it('goes to a definition, as a link or as a place', async () => {
    server.open(uri, template);
    const [link] = await ask<LocationLink[]>('definition', { position: at(template, '!Ref RoleName', 6) });
    assert.ok(link);
    assert.equal(textOf(template, link.targetSelectionRange), 'RoleName');
    assert.deepEqual(link.targetSelectionRange.start, at(template, 'RoleName: { Type'));
    assert.equal(textOf(template, link.originSelectionRange ?? link.targetRange), 'RoleName');
    assert.equal(await ask('definition', { position: at(template, 'AWS::AccountId', 2) }), null);

    server.stop();
    rmSync(folder, { recursive: true });
    await start({});
    server.open(uri, template);
    const [place] = await ask<Location[]>('definition', { position: at(template, 'Role.Arn', 1) });
    assert.deepEqual(place?.range.start, at(template, 'Role:\n'));
    assert.equal(place?.uri, uri);
  });

  it('goes from a connector to its template, and from a role to that role in there', async () => {
    server.open(connectorUri, connector);
    assert.deepEqual(await ask('definition', { position: at(connector, 'a.yaml', 1) }, connectorUri), [], 'there is no such file yet');
    writeFileSync(join(folder, 'a.yaml'), template);
    const [file] = await ask<LocationLink[]>('definition', { position: at(connector, 'a.yaml', 1) }, connectorUri);
    assert.equal(file?.targetUri, uri);
    const [role] = await ask<LocationLink[]>('definition', { position: at(connector, 'cspmMonitor', 1) }, connectorUri);
    assert.equal(role?.targetUri, uri);
    assert.deepEqual(role?.targetSelectionRange.start, at(template, 'Role:\n'));

    server.open(uri, `# first line\n${template}`);
    const [moved] = await ask<LocationLink[]>('definition', { position: at(connector, ': CspmMonitorAws', 4) }, connectorUri);
    assert.equal(moved?.targetSelectionRange.start.line, (role?.targetSelectionRange.start.line ?? 0) + 1, 'the open text counts');
  });

  it('finds references and renames them', async () => {
    server.open(uri, template);
    const position = at(template, 'Role.Arn', 1);
    const found = await ask<Location[]>('references', { position, context: { includeDeclaration: true } });
    assert.deepEqual(found.map(({ range }) => range.start), [at(template, 'Role:\n'), at(template, 'Role.Arn')]);
    assert.equal((await ask<Location[]>('references', { position, context: { includeDeclaration: false } })).length, 1);

    const prepared = await ask<{ range: Location['range']; placeholder: string }>('prepareRename', { position });
    assert.deepEqual([prepared.placeholder, textOf(template, prepared.range)], ['Role', 'Role']);
    const edit = await ask<WorkspaceEdit>('rename', { position, newName: 'Reader' });
    const renamed = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, template), edit.changes?.[uri] ?? []);
    assert.equal(renamed, template.replace('Role:\n', 'Reader:\n').replace('Role.Arn', 'Reader.Arn'));
  });

  it('refuses a rename with a reason', async () => {
    server.open(uri, template);
    const position = at(template, 'Role.Arn', 1);
    await assert.rejects(ask('rename', { position, newName: 'Spare' }), /already declares Spare\. Choose another name\./);
    await assert.rejects(ask('rename', { position, newName: 'no-dash' }), /letters and digits/);
    await assert.rejects(ask('prepareRename', { position: at(template, 'api://', 1) }), /Only names/);
  });

  it('outlines, as a tree or as a list', async () => {
    server.open(uri, template);
    const tree = await ask<DocumentSymbol[]>('documentSymbol', {});
    assert.deepEqual(tree.map(({ name }) => name), ['AWSTemplateFormatVersion', 'Parameters', 'Resources', 'Outputs']);
    assert.deepEqual(tree[2]?.children?.map(({ name, detail }) => [name, detail]), [['Role', 'AWS::IAM::Role']]);

    server.stop();
    rmSync(folder, { recursive: true });
    await start({});
    server.open(connectorUri, connector);
    const list = await ask<SymbolInformation[]>('documentSymbol', {}, connectorUri);
    assert.deepEqual(list.map(({ name, containerName }) => [name, containerName]).at(-1), ['template', 'deployment']);
  });

  it('folds, selects and links', async () => {
    server.open(uri, template);
    const folds = await ask<FoldingRange[]>('foldingRange', {});
    assert.deepEqual([folds[0]?.startLine, folds[0]?.endLine], [1, 3]);
    const [first, second] = await ask<SelectionRange[]>('selectionRange', { positions: [at(template, 'Role.Arn', 1), at(template, 'Spare', 1)] });
    const texts: string[] = [];
    for (let selected = first; selected; selected = selected.parent) texts.push(textOf(template, selected.range));
    assert.deepEqual(texts.slice(0, 3), ['Role', 'Role.Arn', '!GetAtt Role.Arn']);
    assert.equal(texts.at(-1), template);
    assert.equal(second && textOf(template, second.range), 'Spare');

    server.open(connectorUri, connector);
    const links = await ask<DocumentLink[]>('documentLink', {}, connectorUri);
    assert.deepEqual(links.map(({ target, range }) => [target, textOf(connector, range)]), [[uri, 'a.yaml']]);
  });

  it('shows what can be done with a connector, to editors that can do it', async () => {
    server.open(connectorUri, connector);
    const lenses = await ask<CodeLens[]>('codeLens', {}, connectorUri);
    assert.deepEqual(lenses.map(({ command }) => [command?.title, command?.command]), [
      ['Generate template', commands[0]],
      ['Preview deployment', commands[1]],
      ['Deploy', commands[2]],
    ]);
    assert.deepEqual(lenses[0]?.command?.arguments, [connectorUri]);
    server.open('untitled:new.connector.yaml', connector);
    assert.deepEqual(await ask('codeLens', {}, 'untitled:new.connector.yaml'), [], 'what was never saved cannot be deployed');
    server.open(uri, template);
    const said = await ask<CodeLens[]>('codeLens', {});
    assert.deepEqual(said.map(({ command }) => command?.title), [`${Buffer.byteLength(template)} of 51,200 bytes`, '1 role', 'Needs CAPABILITY_NAMED_IAM']);

    server.stop();
    rmSync(folder, { recursive: true });
    await start(client);
    server.open(connectorUri, connector);
    assert.deepEqual(await ask('codeLens', {}, connectorUri), []);
  });

  it('completes names in a template', async () => {
    server.open(uri, template.replace('!GetAtt Role.Arn', '!GetAtt Role.'));
    const items = await ask<CompletionItem[]>('completion', { position: at(template, 'Role.Arn', 5) });
    assert.deepEqual(items.map(({ label }) => label), ['Arn', 'RoleId']);
  });

  it('tells of a role what its connector makes of it', async () => {
    server.open(uri, template);
    const hover = async () => JSON.stringify((await ask<Hover>('hover', { position: at(template, 'Role:\n', 1) })).contents);
    assert.doesNotMatch(await hover(), /and session/);
    server.open(connectorUri, connector);
    assert.match(await hover(), /session MicrosoftDefenderForClouds_11111111-2222-4333-8444-555555555555/);
  });

  it('marks what is unnecessary', async () => {
    server.open(uri, template);
    const unused = (await server.diagnostics(uri)).find(({ code }) => code === 'template/unused-parameter');
    assert.deepEqual(unused?.tags, [1]);
  });

  it('silences a rule in a JSON template', async () => {
    const json = pathToFileURL(join(folder, 'a.json')).href;
    const text = JSON.stringify({ Resources: { ASCDefendersOIDCIdentityProvider: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', ClientIdList: ['api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479'] } } } });
    server.open(json, text, 'json');
    const diagnostic = (await server.diagnostics(json)).find(({ code }) => code === 'template/provider-url');
    assert.ok(diagnostic);
    const actions = await ask<CodeAction[]>('codeAction', { range: diagnostic.range, context: { diagnostics: [diagnostic] } }, json);
    const silence = actions.find(({ title }) => title === 'Silence template/provider-url in this file');
    server.change(json, 2, [{ text: TextDocument.applyEdits(TextDocument.create(json, 'json', 1, text), silence?.edit?.changes?.[json] ?? []) }]);
    assert.ok(!(await server.diagnostics(json, 2)).some(({ code }) => code === 'template/provider-url'));
  });

  it('has nothing to say of files that are not ours', async () => {
    const other = 'file:///w/values.yaml';
    server.open(other, 'a:\n  b: 1\n');
    const position = { line: 0, character: 0 };
    for (const method of ['definition', 'prepareRename', 'foldingRange', 'documentSymbol']) assert.equal(await ask(method, { position }, other), null, method);
    for (const method of ['references', 'codeLens', 'documentLink', 'completion']) assert.deepEqual(await ask(method, { position, context: {} }, other), [], method);
  });
});
