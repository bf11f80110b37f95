import * as vscode from 'vscode';
import { durationWords, kindWords, operationTitle, stateOf, stateWords, tookMilliseconds, type OperationState } from '../../../core/operation/operation-words';
import type { StackOperation } from '../../../core/operation/stack-operation';
import type { DeploymentProgress, StackEvent } from '../../../core/plan/deployment-preview';
import type { DeploymentNode } from './deployment-node';

/** Shape and colour repeat what the description says in words. */
const icons: Readonly<Record<OperationState, readonly [icon: string, colour: string]>> = {
  running: ['sync', 'charts.blue'],
  succeeded: ['pass', 'testing.iconPassed'],
  unchanged: ['pass', 'testing.iconPassed'],
  failed: ['error', 'list.errorForeground'],
  cancelled: ['circle-slash', 'list.warningForeground'],
  notBegun: ['circle-slash', 'disabledForeground'],
};

export function toDeploymentItem(node: DeploymentNode): vscode.TreeItem {
  switch (node.kind) {
    case 'operation':
      return operationItem(node.operation, node.live);
    case 'event':
      return eventItem(node.operation, node.event);
    case 'more':
      return new vscode.TreeItem(`${node.count} earlier events: export the deployment to see them`);
  }
}

function operationItem(operation: StackOperation, live: DeploymentProgress | undefined): vscode.TreeItem {
  const { kind, target, id, begunAt, end } = operation;
  const item = new vscode.TreeItem(target.stack, vscode.TreeItemCollapsibleState.Collapsed);
  const state = stateOf(operation);
  const [icon, colour] = state === 'running' && !live ? ['debug-pause', 'list.warningForeground'] : icons[state];
  const words = stateInWords(operation, live);
  const begun = new Date(begunAt).toLocaleString();
  item.id = id;
  // What a narrow side bar cuts off stands last.
  item.description = `${kindWords[kind]} ${words} · ${target.accountId} ${target.region} · ${begun}`;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
  item.contextValue = state === 'running' ? (live ? 'deployment.followed' : 'deployment.open') : 'deployment.ended';
  item.tooltip = [
    `${operationTitle(operation)}: ${words}.`,
    `Account ${target.accountId}, region ${target.region}, profile ${target.profile}.`,
    `Connector ${target.connectorName}. Begun ${begun}.`,
    ...(end ? [end.summary] : []),
  ].join('\n');
  item.accessibilityInformation = { label: `${operationTitle(operation)}, ${words}, account ${target.accountId}, region ${target.region}, begun ${begun}` };
  item.command = { command: 'defenderConnectors.openDeployment', title: 'Open', arguments: [{ kind: 'operation', operation, live }] };
  return item;
}

function stateInWords(operation: StackOperation, live: DeploymentProgress | undefined): string {
  const took = tookMilliseconds(operation);
  if (took !== null) return `${stateWords[stateOf(operation)]}${operation.end?.result === 'notBegun' ? '' : ` after ${durationWords(took)}`}`;
  if (!live) return 'not followed here';
  return `running, ${live.done} of ${live.total} resources, ${durationWords(live.elapsedMs)}`;
}

function eventItem(operation: StackOperation, { id, at, logicalId, type, status, reason }: StackEvent): vscode.TreeItem {
  const item = new vscode.TreeItem(logicalId);
  const time = new Date(at).toLocaleTimeString();
  item.id = `${operation.id}/${id}`;
  item.description = [status, reason ?? '', time].filter(Boolean).join(' · ');
  item.iconPath = eventIcon(status);
  item.contextValue = status.endsWith('_FAILED') && reason !== null ? 'deploymentEvent.failed' : 'deploymentEvent';
  item.tooltip = [`${logicalId} (${type})`, `${status}, ${at}`, ...(reason === null ? [] : [reason])].join('\n');
  item.accessibilityInformation = { label: `${logicalId}, ${status}, ${time}${reason === null ? '' : `, ${reason}`}` };
  return item;
}

function eventIcon(status: string): vscode.ThemeIcon {
  if (status.endsWith('_FAILED')) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (status.includes('ROLLBACK')) return new vscode.ThemeIcon('discard', new vscode.ThemeColor('list.warningForeground'));
  if (status.endsWith('_COMPLETE')) return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  return new vscode.ThemeIcon('sync');
}
