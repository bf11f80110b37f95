import * as vscode from 'vscode';
import { connectorFileTitle } from '../platform/connector-file';
import { connectorHealth, problemCounts, stackHealth, type Health } from './connector-health';
import { nodeId, type TreeNode } from './tree-node';

/** Shape and colour say the same, and the description says it in words. */
const healthIcon: Readonly<Record<Health, readonly [icon: string, colour: string]>> = {
  healthy: ['pass', 'testing.iconPassed'],
  degraded: ['warning', 'list.warningForeground'],
  broken: ['error', 'list.errorForeground'],
  busy: ['sync', 'charts.blue'],
  unknown: ['circle-outline', 'disabledForeground'],
};

export function toTreeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label(node), collapsible(node));
  item.id = nodeId(node);
  item.contextValue = node.kind;
  item.iconPath = icon(node);
  const text = description(node);
  if (text !== undefined) item.description = text;
  const tip = tooltip(node);
  if (tip !== undefined) item.tooltip = tip;
  item.accessibilityInformation = { label: spoken(node) };
  const command = onSelect(node);
  if (command !== undefined) item.command = command;
  return item;
}

function label(node: TreeNode): string {
  switch (node.kind) {
    case 'connector':
      return node.entry.summary?.name ?? connectorFileTitle(node.uri.path);
    case 'problems':
      return problemCounts(node.summary) || 'Cannot be read';
    case 'plan':
      return node.plan.label;
    case 'feature':
      return node.feature;
    case 'template':
      return node.template.split('/').at(-1) ?? node.template;
    case 'stack':
      return node.stack.name;
  }
}

/** A few words: a side bar of the usual width has room for no more. The rest is in the tooltip. */
function description(node: TreeNode): string | undefined {
  switch (node.kind) {
    case 'connector':
      return connectorHealth(node.entry.summary, node.entry.look).words;
    case 'problems':
      return node.summary.firstProblem ?? undefined;
    case 'plan':
      return node.plan.features.length === 1 ? '1 feature' : `${node.plan.features.length} features`;
    case 'stack':
      return stackHealth(node.look).words;
    case 'feature':
    case 'template':
      return undefined;
  }
}

function tooltip(node: TreeNode): string | undefined {
  switch (node.kind) {
    case 'connector':
      return [vscode.workspace.asRelativePath(node.uri), ...connectorSentences(node)].join('\n');
    case 'problems':
      return node.summary.firstProblem ?? undefined;
    case 'stack':
      return stackSentences(node).join('\n');
    case 'template':
      return `Template ${node.template}`;
    default:
      return undefined;
  }
}

function connectorSentences({ entry: { summary, look } }: Extract<TreeNode, { kind: 'connector' }>): readonly string[] {
  const account = summary?.accountId == null ? [] : [`AWS account ${summary.accountId} (${summary.accountType ?? 'type unknown'}).`];
  return [...account, connectorHealth(summary, look).sentence, ...(summary?.firstProblem == null ? [] : [summary.firstProblem])];
}

function stackSentences({ stack, look }: Extract<TreeNode, { kind: 'stack' }>): readonly string[] {
  const seen = look === undefined ? [] : [`Looked at ${clock(look.at)}${look.kind === 'seen' ? ` with profile ${look.profile}` : ''}.`];
  return [`Region ${stack.region}.`, stackHealth(look).sentence, ...seen];
}

/** What a screen reader says: the kind of row first, then its name, then all of what the tooltip says. */
function spoken(node: TreeNode): string {
  const name = `${kindWords[node.kind]} ${label(node)}`;
  if (node.kind === 'connector') return `${name}, ${connectorSentences(node).join(' ')}`;
  if (node.kind === 'stack') return `${name}, ${stackSentences(node).join(' ')}`;
  const text = description(node);
  return text === undefined ? name : `${name}, ${text}`;
}

const kindWords: Readonly<Record<TreeNode['kind'], string>> = {
  connector: 'Connector',
  problems: 'Problems',
  plan: 'Plan',
  feature: 'Feature',
  template: 'Template',
  stack: 'Stack',
};

function icon(node: TreeNode): vscode.ThemeIcon {
  switch (node.kind) {
    case 'connector':
      return healthThemeIcon(connectorHealth(node.entry.summary, node.entry.look).health);
    case 'stack':
      return healthThemeIcon(stackHealth(node.look).health);
    case 'problems':
      return healthThemeIcon(node.summary.errors > 0 || node.summary.warnings === 0 ? 'broken' : 'degraded');
    case 'plan':
      return new vscode.ThemeIcon('shield');
    case 'feature':
      return new vscode.ThemeIcon('check');
    case 'template':
      return new vscode.ThemeIcon('file-code');
  }
}

function healthThemeIcon(health: Health): vscode.ThemeIcon {
  const [name, colour] = healthIcon[health];
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(colour));
}

function collapsible(node: TreeNode): vscode.TreeItemCollapsibleState {
  const isRead = node.kind === 'connector' && node.entry.summary !== undefined;
  const hasFeatures = node.kind === 'plan' && node.plan.features.length > 0;
  return isRead || hasFeatures ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
}

function onSelect(node: TreeNode): vscode.Command | undefined {
  if (node.kind === 'problems') return { command: 'defenderConnectors.openConnector', title: 'Open', arguments: [node.uri] };
  if (node.kind !== 'template') return undefined;
  const target = vscode.Uri.joinPath(node.uri, '..', node.template);
  return { command: 'vscode.open', title: 'Open template', arguments: [target] };
}

const clock = (at: Date): string => at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
