import * as vscode from 'vscode';
import { viewIds } from '../../platform/contributions';
import { eventNodes, type DeploymentNode } from './deployment-node';
import type { Deployments } from './deployments';
import { toDeploymentItem } from './to-deployment-item';

/** Running and past operations, with their events. The journal is read when the view is shown, and not before. */
export function deploymentsTree(deployments: Deployments): vscode.Disposable {
  const provider: vscode.TreeDataProvider<DeploymentNode> = {
    onDidChangeTreeData: deployments.onDidChange as vscode.Event<undefined>,
    getTreeItem: toDeploymentItem,
    getChildren: async (node) => {
      if (!node) return (await deployments.list()).map((operation) => ({ kind: 'operation', operation, live: deployments.live(operation.id) }));
      return node.kind === 'operation' ? [...eventNodes(node.operation, await deployments.events(node.operation))] : [];
    },
  };
  return vscode.window.createTreeView(viewIds.deployments, { treeDataProvider: provider, showCollapseAll: true });
}
