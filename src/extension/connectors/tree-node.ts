import type { Uri } from 'vscode';
import type { ConnectorSummary, PlanSummary } from '../../protocol/server-requests';
import type { StackLook } from '../platform/stack-look';

/** What the store knows about one connector file. */
export interface ConnectorEntry {
  readonly uri: Uri;
  /** Absent until the server has read the file. */
  readonly summary: ConnectorSummary | undefined;
  readonly look: StackLook | undefined;
}

/** A row of the tree: plain data, so that what is shown can be tested without a tree. */
export type TreeNode =
  | { readonly kind: 'connector'; readonly uri: Uri; readonly entry: ConnectorEntry }
  | { readonly kind: 'problems'; readonly uri: Uri; readonly summary: ConnectorSummary }
  | { readonly kind: 'plan'; readonly uri: Uri; readonly plan: PlanSummary }
  | { readonly kind: 'feature'; readonly uri: Uri; readonly plan: PlanSummary; readonly feature: string }
  | { readonly kind: 'template'; readonly uri: Uri; readonly template: string }
  | { readonly kind: 'stack'; readonly uri: Uri; readonly stack: StackPlace; readonly look: StackLook | undefined };

export type StackPlace = NonNullable<ConnectorSummary['stack']>;

/** Rows under a row. A connector's come from what is known already: opening one asks nobody. */
export function childNodes(node: TreeNode): readonly TreeNode[] {
  const { uri } = node;
  if (node.kind === 'plan') return node.plan.features.map((feature) => ({ kind: 'feature', uri, plan: node.plan, feature }));
  if (node.kind !== 'connector') return [];
  const { summary, look } = node.entry;
  if (summary === undefined) return [];
  const { stack } = summary;
  return [
    ...(summary.firstProblem === null ? [] : [{ kind: 'problems', uri, summary } as const]),
    ...summary.plans.map((plan) => ({ kind: 'plan', uri, plan }) as const),
    ...(stack === null ? [] : [{ kind: 'stack', uri, stack, look } as const]),
    ...(stack?.template == null ? [] : [{ kind: 'template', uri, template: stack.template } as const]),
  ];
}

/** Stable across refreshes, so that rows keep their selection and expansion. */
export function nodeId(node: TreeNode): string {
  const own = node.kind === 'plan' ? node.plan.id : node.kind === 'feature' ? `${node.plan.id}/${node.feature}` : '';
  return `${node.uri.toString()}#${node.kind}/${own}`;
}
