import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { createConnectorStore } from '../../src/extension/connectors/connector-store';
import { treeDataProvider } from '../../src/extension/connectors/connector-tree';
import type { ConnectorSummary } from '../../src/protocol/server-requests';
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
});
