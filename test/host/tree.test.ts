import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { createConnectorStore } from '../../src/extension/connectors/connector-store';
import { filesOnly, treeDataProvider, type TreeAround } from '../../src/extension/connectors/connector-tree';
import type { AzureConnector } from '../../src/core/model/azure-connector';
import type { HealthStatement } from '../../src/core/model/health';
import type { ConnectorSummary } from '../../src/protocol/server-requests';
import { longestBlockOf } from '../longest-block';
import { exampleUri } from './the-extension';

/** What the server says of a file; the tree is drawn from nothing else. */
const summaryOf = (uri: vscode.Uri, more: Partial<ConnectorSummary> = {}): ConnectorSummary => ({
  uri: uri.toString(),
  name: 'contoso-development',
  accountId: '123456789012',
  accountType: 'single',
  access: 'leastPrivilege',
  plans: [{ id: 'servers', label: 'Defender for Servers', features: ['Agentless scanning', 'Azure Arc agent'] }],
  stack: { name: 'defender-for-cloud', region: 'us-east-1', template: 'contoso-development.template.json' },
  errors: 0,
  warnings: 0,
  azure: null, scanIntervalHours: null, firstProblem: null,
  ...more,
});

const log = vscode.window.createOutputChannel('tree test', { log: true });

describe('the tree of connectors', () => {
  const uri = () => exampleUri('contoso-development.connector.yaml');

  it('asks once for all files, and not again when a connector is opened', async () => {
    let asked = 0;
    const uris = Array.from({ length: 200 }, (_, index) => exampleUri(`c-${index}.connector.yaml`));
    const describe = async (some: readonly string[]) => {
      asked += 1;
      return some.map((each) => summaryOf(vscode.Uri.parse(each)));
    };
    const tree = treeDataProvider(createConnectorStore({ find: async () => uris, describe, log }));
    const rows = (await tree.getChildren()) ?? [];
    assert.equal(rows.length, 200);
    for (const row of rows) await tree.getChildren(row);
    await tree.getChildren();
    assert.equal(asked, 1);
  });

  it('says health in words and in the icon, and names the kind of row to a screen reader', async () => {
    const store = createConnectorStore({ find: async () => [uri()], describe: async () => [summaryOf(uri(), { errors: 2, firstProblem: 'No.' })], log });
    const tree = treeDataProvider(store);
    const [row] = (await tree.getChildren()) ?? [];
    assert.ok(row);
    const item = await tree.getTreeItem(row);
    assert.equal(item.description, '2 errors');
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'error');
    assert.equal(item.accessibilityInformation?.label, 'Connector contoso-development, AWS account 123456789012 (single). The file has 2 errors. The stack was not looked up yet: refresh to do so. No.');
  });

  it('has plans with their features, the stack and the template under a connector', async () => {
    const store = createConnectorStore({ find: async () => [uri()], describe: async () => [summaryOf(uri())], log });
    const tree = treeDataProvider(store);
    const [row] = (await tree.getChildren()) ?? [];
    const children = (await tree.getChildren(row)) ?? [];
    const items = await Promise.all(children.map((child) => tree.getTreeItem(child)));
    assert.deepEqual(
      items.map(({ label, description }) => `${String(label)}: ${String(description)}`),
      [
        'Defender for Servers: 2 features',
        'defender-for-cloud: unchecked',
        'contoso-development.template.json: undefined',
      ],
    );
    const features = (await tree.getChildren(children[0])) ?? [];
    assert.equal(features.length, 2);
  });

  it('keeps its rows when the server cannot answer', async () => {
    const store = createConnectorStore({ find: async () => [uri()], describe: () => Promise.reject(new Error('gone')), log });
    const [row] = (await treeDataProvider(store).getChildren()) ?? [];
    assert.equal(row?.kind, 'connector');
  });

  it('shows what was seen of the stack', async () => {
    const store = createConnectorStore({ find: async () => [uri()], describe: async () => [summaryOf(uri())], log });
    const tree = treeDataProvider(store);
    const [row] = (await tree.getChildren()) ?? [];
    store.setLook(uri(), { kind: 'seen', at: new Date(), status: 'ROLLBACK_COMPLETE', profile: 'p' });
    assert.ok(row);
    const item = await tree.getTreeItem(row);
    assert.equal(item.description, 'not created');
  });

  it('shows a connector that only Azure has, and what Azure has of a file', async () => {
    const store = createConnectorStore({ find: async () => [uri()], describe: async () => [summaryOf(uri(), { azure: { tenant: 't', subscription: 's1', resourceGroup: 'rg' } })], log });
    const tree = treeDataProvider(store, around([inAzure('contoso-development', 's1'), inAzure('fabrikam', 's2')]));
    const rows = (await tree.getChildren()) ?? [];
    const items = await Promise.all(rows.map((row) => tree.getTreeItem(row)));
    assert.deepEqual(items.map(({ label, description, contextValue }) => [label, description, contextValue]), [
      ['contoso-development', 'unchecked', 'connector'],
      ['fabrikam', 'in Azure', 'azureConnector'],
    ]);
    assert.match(items[1]?.accessibilityInformation?.label ?? '', /^Connector fabrikam, In Azure only: no file of this workspace declares it\./);
    const kinds = ((await tree.getChildren(rows[0])) ?? []).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['plan', 'stack', 'template', 'inAzure']);
  });

  it('shows an issue under its connector, which opens its health', async () => {
    const store = createConnectorStore({ find: async () => [uri()], describe: async () => [summaryOf(uri())], log });
    const tree = treeDataProvider(store, { ...around([]), statementsOf: () => [unhealthy(new Date())] });
    const [row] = (await tree.getChildren()) ?? [];
    assert.ok(row);
    const item = await tree.getTreeItem(row);
    assert.deepEqual([item.description, (item.iconPath as vscode.ThemeIcon).id], ['1 issue', 'error']);
    const [issue] = (await tree.getChildren(row)) ?? [];
    assert.ok(issue?.kind === 'issue');
    assert.equal((await tree.getTreeItem(issue)).command?.command, 'defenderConnectors.showHealth');
  });

  it('no longer counts what Azure said long ago', async () => {
    const store = createConnectorStore({ find: async () => [uri()], describe: async () => [summaryOf(uri())], log });
    const tree = treeDataProvider(store, { ...around([]), statementsOf: () => [unhealthy(new Date(0))] });
    const [row] = (await tree.getChildren()) ?? [];
    assert.ok(row);
    assert.equal((await tree.getTreeItem(row)).description, 'out of date');
  });

  it('filters by any word, and divides into groups', async () => {
    const connectors = [inAzure('alpha', 's1'), inAzure('beta', 's1'), inAzure('gamma', 's2')];
    const rowsOf = async (view: Partial<ReturnType<TreeAround['view']>>) => {
      const seen: object[] = [];
      const tree = treeDataProvider(noFiles(), { ...around(connectors), view: () => ({ grouping: 'none', filter: '', ...view }), onRows: (rows) => seen.push(rows) });
      const rows = (await tree.getChildren()) ?? [];
      return { labels: await Promise.all(rows.map(async (row) => (await tree.getTreeItem(row)).label)), seen: seen.at(-1) };
    };
    assert.deepEqual(await rowsOf({ filter: 'BETA subscription-s1' }), { labels: ['beta'], seen: { shown: 1, total: 3 } });
    assert.deepEqual((await rowsOf({ filter: 'beta gamma' })).labels, []);
    assert.deepEqual((await rowsOf({ grouping: 'subscription' })).labels, ['Subscription-s1', 'Subscription-s2']);
    assert.deepEqual((await rowsOf({ grouping: 'health' })).labels, ['Unknown']);
  });

  it('takes 10,000 connectors of 50 subscriptions', async () => {
    const connectors = Array.from({ length: 10_000 }, (_, index) => inAzure(`connector-${index}`, `s${index % 50}`));
    const tree = treeDataProvider(noFiles(), { ...around(connectors), view: () => ({ grouping: 'automatic', filter: '' }) });
    const started = process.cpuUsage();
    const rows = (await tree.getChildren()) ?? [];
    await Promise.all(rows.map((row) => tree.getTreeItem(row)));
    const top = process.cpuUsage(started);
    assert.equal(rows.length, 50);
    assert.ok(top.user + top.system < 300_000, `${(top.user + top.system) / 1000} ms`);
    const opened = process.cpuUsage();
    const inGroup = (await tree.getChildren(rows[0])) ?? [];
    await Promise.all(inGroup.map((row) => tree.getTreeItem(row)));
    const group = process.cpuUsage(opened);
    assert.equal(inGroup.length, 200);
    assert.ok(group.user + group.system < 100_000, `${(group.user + group.system) / 1000} ms`);
  });

  it('leaves the thread to others while it filters and groups 10,000', async () => {
    const connectors = Array.from({ length: 10_000 }, (_, index) => inAzure(`connector-${index}`, `s${index % 50}`));
    const said = unhealthy(new Date());
    const tree = treeDataProvider(noFiles(), { ...around(connectors), statementOf: () => said, view: () => ({ grouping: 'health', filter: 'connector issue' }) });
    const longest = await longestBlockOf(async () => {
      const rows = (await tree.getChildren()) ?? [];
      assert.equal(rows.length, 1);
    });
    assert.ok(longest < 120, `nothing else was done for ${Math.round(longest)} ms`);
  });
});

const noFiles = () => createConnectorStore({ find: async () => [], describe: async () => [], log });

const inAzure = (name: string, subscription: string): AzureConnector => ({
  id: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Security/securityConnectors/${name}`,
  key: { subscription, resourceGroup: 'rg', name },
  location: 'eastus', accountId: null, membership: 'single', parentId: null, plans: {},
});

const around = (connectors: readonly AzureConnector[]): TreeAround => ({ ...filesOnly, connectors: () => connectors, subscriptionName: (id) => `Subscription-${id}` });

const unhealthy = (at: Date): HealthStatement => ({
  source: 'azure', state: 'unhealthy', reason: 'No.', at: at.toISOString(), gaps: [],
  issues: [{ key: 'k', source: 'azure', severity: 'error', name: 'Issue', description: 'Text.', plans: [], remediation: { steps: [], script: null }, evidence: [], reference: null }],
});
