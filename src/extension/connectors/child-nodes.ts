import type { AzureConnector } from '../../core/model/azure-connector';
import type { HealthStatement } from '../../core/model/health';
import type { PlanDescription } from '../../core/language/describe-plans';
import { type AzureNode, type FileNode, nodeId, type TreeNode } from './tree-node';

/** What a row needs of Azure to show its children; asks nobody. */
export interface ChildContext {
  readonly plansOf: (connector: AzureConnector) => readonly PlanDescription[];
  readonly statementOf: (connector: AzureConnector) => HealthStatement | undefined;
}

/** Rows under a row, from what is known already: opening one asks nobody. */
export function childNodes(node: TreeNode, context: ChildContext): readonly TreeNode[] {
  switch (node.kind) {
    case 'group':
      return node.rows;
    case 'plan':
      return node.plan.features.map((feature) => ({ kind: 'feature', parent: node.parent, plan: node.plan, feature }));
    case 'members':
      return node.members.map((connector) => azureNode(connector, [], context));
    case 'connector':
      return ofFile(node);
    case 'azureConnector':
      return ofAzure(node, context);
    default:
      return [];
  }
}

export const azureNode = (connector: AzureConnector, members: readonly AzureConnector[], { statementOf }: ChildContext): AzureNode => ({
  kind: 'azureConnector',
  connector,
  members,
  statement: statementOf(connector),
});

function ofFile(node: FileNode): readonly TreeNode[] {
  const { uri, azure, entry, members, statements } = node;
  const { summary, look } = entry;
  if (summary === undefined) return [];
  const { stack } = summary;
  const parent = nodeId(node);
  return [
    ...issueNodes(statements, parent, uri),
    ...(summary.firstProblem === null ? [] : [{ kind: 'problems', uri, summary } as const]),
    ...summary.plans.map((plan) => ({ kind: 'plan', parent, plan }) as const),
    ...(stack === null ? [] : [{ kind: 'stack', uri, stack, look } as const]),
    ...(stack?.template == null ? [] : [{ kind: 'template', uri, template: stack.template } as const]),
    ...(azure ? [{ kind: 'inAzure', uri, connector: azure } as const] : []),
    ...memberNode(members, parent),
  ];
}

function ofAzure(node: AzureNode, { plansOf }: ChildContext): readonly TreeNode[] {
  const parent = nodeId(node);
  const statements = node.statement ? [node.statement] : [];
  return [...issueNodes(statements, parent, undefined), ...plansOf(node.connector).map((plan) => ({ kind: 'plan', parent, plan }) as const), ...memberNode(node.members, parent)];
}

const issueNodes = (statements: readonly HealthStatement[], parent: string, uri: FileNode['uri'] | undefined): readonly TreeNode[] =>
  statements.flatMap(({ issues }) => issues).map((issue, index) => ({ kind: 'issue', parent, uri, issue, index }));

const memberNode = (members: readonly AzureConnector[], parent: string): readonly TreeNode[] =>
  members.length === 0 ? [] : [{ kind: 'members', parent, members }];
