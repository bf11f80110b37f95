import * as vscode from 'vscode';
import { nodeLook, type NodeLook } from './node-look';
import { nodeId, type TreeNode } from './tree-node';

export function toTreeItem(node: TreeNode): vscode.TreeItem {
  const look = nodeLook(node);
  const item = new vscode.TreeItem(look.label, collapsible(node));
  item.id = nodeId(node);
  item.contextValue = node.kind;
  item.iconPath = look.icon;
  if (look.description !== undefined) item.description = look.description;
  const lines = [...(look.path === undefined ? [] : [look.path]), ...look.sentences];
  if (lines.length > 0) item.tooltip = lines.join('\n');
  item.accessibilityInformation = { label: spoken(look) };
  const command = onSelect(node);
  if (command !== undefined) item.command = command;
  return item;
}

/** What a screen reader says: the kind of row first, then its name, then all of what the tooltip says. */
function spoken({ kind, label, description, sentences, speaksSentences }: NodeLook): string {
  const rest = speaksSentences ? sentences.join(' ') : description;
  return rest === undefined || rest === '' ? `${kind} ${label}` : `${kind} ${label}, ${rest}`;
}

function collapsible(node: TreeNode): vscode.TreeItemCollapsibleState {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'group':
    case 'members':
    case 'azureConnector':
      return Collapsed;
    case 'connector':
      return node.entry.summary === undefined ? None : Collapsed;
    case 'plan':
      return node.plan.features.length > 0 ? Collapsed : None;
    default:
      return None;
  }
}

function onSelect(node: TreeNode): vscode.Command | undefined {
  switch (node.kind) {
    case 'problems':
      return { command: 'defenderConnectors.openConnector', title: 'Open', arguments: [node.uri] };
    case 'issue':
      return node.uri && { command: 'defenderConnectors.showHealth', title: 'Show health', arguments: [node.uri] };
    case 'template':
      return { command: 'vscode.open', title: 'Open template', arguments: [vscode.Uri.joinPath(node.uri, '..', node.template)] };
    default:
      return undefined;
  }
}
