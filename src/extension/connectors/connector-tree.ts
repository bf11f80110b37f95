import * as vscode from 'vscode';
import { childNodes, type ChildContext } from './child-nodes';
import { connectorRows, type RowsQuestion } from './connector-rows';
import type { ConnectorStore } from './connector-store';
import { toTreeItem } from './to-tree-item';
import type { ConnectorEntry, TreeNode } from './tree-node';
import type { HealthStatement } from '../../core/model/health';

/** What the tree shows besides the files: what Azure has, and how it is to be shown. Answers at once, with what is known. */
export interface TreeAround extends ChildContext {
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
  readonly connectors: () => RowsQuestion['connectors'];
  readonly statementsOf: (entry: ConnectorEntry) => readonly HealthStatement[];
  readonly subscriptionName: (id: string) => string;
  readonly view: () => Pick<RowsQuestion, 'grouping' | 'filter'>;
  /** Told each time that the top of the tree was made. */
  readonly onRows: (rows: { readonly shown: number; readonly total: number }) => void;
}

/** Nothing but the files. */
export const filesOnly: TreeAround = {
  onDidChange: () => new vscode.Disposable(() => undefined),
  connectors: () => [],
  statementsOf: () => [],
  statementOf: () => undefined,
  plansOf: () => [],
  subscriptionName: (id) => id,
  view: () => ({ grouping: 'none', filter: '' }),
  onRows: () => undefined,
};

/** The rows of the activity-bar view. Asks the store only, and only when the view is shown. */
export function treeDataProvider(store: ConnectorStore, around: TreeAround = filesOnly): vscode.TreeDataProvider<TreeNode> & vscode.Disposable {
  const changed = new vscode.EventEmitter<TreeNode | undefined>();
  /** VS Code finds the row to update by the object it was given before. */
  const rows = new Map<string, TreeNode>();

  const top = async (): Promise<TreeNode[]> => {
    const { nodes, shown, total } = await connectorRows({ ...around, ...around.view(), entries: await store.entries(), connectors: around.connectors() });
    rows.clear();
    for (const node of nodes) remember(node);
    around.onRows({ shown, total });
    return [...nodes];
  };
  const remember = (node: TreeNode): void => {
    if (node.kind === 'group') node.rows.forEach(remember);
    else if (node.kind === 'connector') rows.set(node.uri.toString(), node);
  };
  const refresh = (uri: vscode.Uri | undefined) => changed.fire(uri && rows.get(uri.toString()));
  const subscriptions = [store.onDidChange(refresh), around.onDidChange(refresh)];
  return {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (node ? [...childNodes(current(node), around)] : top()),
    getTreeItem: (node) => toTreeItem(current(node)),
    dispose: () => vscode.Disposable.from(...subscriptions, changed).dispose(),
  };

  /** A connector's row shows what is known now, not what was known when the row was made. */
  function current(node: TreeNode): TreeNode {
    const entry = node.kind === 'connector' ? store.entry(node.uri) : undefined;
    return entry && node.kind === 'connector' ? { ...node, entry, statements: around.statementsOf(entry) } : node;
  }
}

