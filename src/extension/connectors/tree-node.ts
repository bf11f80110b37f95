import type { Uri } from 'vscode';
import type { MergedConnector } from '../../core/azure/merge-connectors';
import type { AzureConnector } from '../../core/model/azure-connector';
import type { ConnectorIssue, HealthStatement } from '../../core/model/health';
import type { PlanDescription } from '../../core/language/describe-plans';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { StackLook } from '../platform/stack-look';

/** What the store knows about one connector file. */
export interface ConnectorEntry {
  readonly uri: Uri;
  /** Absent until the server has read the file. */
  readonly summary: ConnectorSummary | undefined;
  readonly look: StackLook | undefined;
}

/** A connector file, with what Azure has of it. */
export interface FileNode {
  readonly kind: 'connector';
  readonly uri: Uri;
  readonly entry: ConnectorEntry;
  readonly azure: AzureConnector | undefined;
  readonly members: readonly AzureConnector[];
  /** The last words of Azure and of our verification. */
  readonly statements: readonly HealthStatement[];
}

/** A connector that only Azure has. */
export interface AzureNode {
  readonly kind: 'azureConnector';
  readonly connector: AzureConnector;
  readonly members: readonly AzureConnector[];
  readonly statement: HealthStatement | undefined;
}

/** A row of the tree: plain data, so that what is shown can be tested without a tree. */
export type TreeNode =
  | FileNode
  | AzureNode
  | { readonly kind: 'group'; readonly title: string; readonly rows: readonly (FileNode | AzureNode)[] }
  | { readonly kind: 'issue'; readonly parent: string; readonly uri: Uri | undefined; readonly issue: ConnectorIssue; readonly index: number }
  | { readonly kind: 'problems'; readonly uri: Uri; readonly summary: ConnectorSummary }
  | { readonly kind: 'plan'; readonly parent: string; readonly plan: PlanDescription }
  | { readonly kind: 'feature'; readonly parent: string; readonly plan: PlanDescription; readonly feature: string }
  | { readonly kind: 'template'; readonly uri: Uri; readonly template: string }
  | { readonly kind: 'stack'; readonly uri: Uri; readonly stack: StackPlace; readonly look: StackLook | undefined }
  | { readonly kind: 'inAzure'; readonly uri: Uri; readonly connector: AzureConnector }
  | { readonly kind: 'members'; readonly parent: string; readonly members: readonly AzureConnector[] };

export type StackPlace = NonNullable<ConnectorSummary['stack']>;

export type ConnectorRow = MergedConnector<FileOfRow>;

/** A file as the merge with Azure sees it. */
export interface FileOfRow {
  readonly entry: ConnectorEntry;
  readonly name: string;
  readonly accountId: string | null;
  readonly azure: { readonly subscription: string; readonly resourceGroup: string } | null;
}

/** Stable across refreshes, so that rows keep their selection and expansion. */
export function nodeId(node: TreeNode): string {
  switch (node.kind) {
    case 'group':
      return `group/${node.title}`;
    case 'azureConnector':
      return `azure/${node.connector.id.toLowerCase()}`;
    case 'plan':
      return `${node.parent}#plan/${node.plan.id}`;
    case 'feature':
      return `${node.parent}#feature/${node.plan.id}/${node.feature}`;
    case 'issue':
      return `${node.parent}#issue/${node.issue.source}/${node.index}`;
    case 'members':
      return `${node.parent}#members/`;
    default:
      return `${node.uri.toString()}#${node.kind}/`;
  }
}
