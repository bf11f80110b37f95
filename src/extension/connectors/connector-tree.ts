import * as vscode from 'vscode';
import { viewIds } from '../platform/contributions';
import type { ConnectorStore } from './connector-store';
import { toTreeItem } from './to-tree-item';
import { childNodes, type ConnectorEntry, type TreeNode } from './tree-node';

/** The activity-bar view. Asks the store only, and only when the view is shown. */
export function connectorTree(store: ConnectorStore): vscode.Disposable {
  const view = vscode.window.createTreeView(viewIds.connectors, { treeDataProvider: treeDataProvider(store), showCollapseAll: true });
  return view;
}

export function treeDataProvider(store: ConnectorStore): vscode.TreeDataProvider<TreeNode> & vscode.Disposable {
  const changed = new vscode.EventEmitter<TreeNode | undefined>();
  /** VS Code finds the row to update by the object it was given before. */
  const rows = new Map<string, TreeNode>();

  const toRow = (entry: ConnectorEntry): TreeNode => {
    const key = entry.uri.toString();
    const row: TreeNode = { kind: 'connector', uri: entry.uri, entry };
    rows.set(key, row);
    return row;
  };

  const subscription = store.onDidChange((uri) => changed.fire(uri && rows.get(uri.toString())));
  return {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (node ? [...childNodes(current(node))] : (await store.entries()).map(toRow)),
    getTreeItem: (node) => toTreeItem(current(node)),
    dispose: () => {
      subscription.dispose();
      changed.dispose();
    },
  };

  /** A connector's row shows what the store knows now, not what it knew when the row was made. */
  function current(node: TreeNode): TreeNode {
    const entry = node.kind === 'connector' ? store.entry(node.uri) : undefined;
    return entry ? { kind: 'connector', uri: entry.uri, entry } : node;
  }
}
