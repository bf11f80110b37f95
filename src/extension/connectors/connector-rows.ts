import { inSlices } from '../../app/in-slices';
import { mergeConnectors } from '../../core/azure/merge-connectors';
import type { AzureConnector } from '../../core/model/azure-connector';
import type { HealthStatement } from '../../core/model/health';
import { connectorFileTitle } from '../platform/connector-file';
import { azureHealth, connectorHealth, type Health } from './connector-health';
import { azureNode, type ChildContext } from './child-nodes';
import type { AzureNode, ConnectorEntry, ConnectorRow, FileNode, FileOfRow, TreeNode } from './tree-node';

export const groupings = ['automatic', 'none', 'subscription', 'health', 'account'] as const;
export type Grouping = (typeof groupings)[number];

export interface RowsQuestion extends ChildContext {
  readonly entries: readonly ConnectorEntry[];
  readonly connectors: readonly AzureConnector[];
  readonly statementsOf: (entry: ConnectorEntry) => readonly HealthStatement[];
  readonly subscriptionName: (id: string) => string;
  readonly grouping: Grouping;
  /** Empty for all. */
  readonly filter: string;
}

export interface Rows {
  readonly nodes: readonly TreeNode[];
  readonly shown: number;
  readonly total: number;
}

type Row = FileNode | AzureNode;

/** Above so many rows they stand in groups by themselves. */
const many = 200;

/** The top of the tree: connectors of files and of Azure as one list, filtered and in groups. */
export async function connectorRows(question: RowsQuestion): Promise<Rows> {
  const words = question.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const merged = mergeConnectors(question.entries.map(toFile), question.connectors);
  const rows: Row[] = [];
  await inSlices(merged, (connector) => {
    const row = toRow(connector, question);
    if (row && (words.length === 0 || matches(row, words, question))) rows.push(row);
  });
  const grouping = question.grouping === 'automatic' ? automatic(rows, question) : question.grouping;
  const nodes = grouping === 'none' ? rows : await inGroups(rows, (row) => groupTitle(row, grouping, question));
  return { nodes, shown: rows.length, total: merged.length };
}

function toRow({ file, azure, members }: ConnectorRow, question: RowsQuestion): Row | undefined {
  if (file) return { kind: 'connector', uri: file.entry.uri, entry: file.entry, azure, members, statements: question.statementsOf(file.entry) };
  return azure && azureNode(azure, members, question);
}

const toFile = (entry: ConnectorEntry): FileOfRow => ({
  entry,
  name: entry.summary?.name ?? connectorFileTitle(entry.uri.path),
  accountId: entry.summary?.accountId ?? null,
  azure: entry.summary?.azure ?? null,
});

/** Every word has to be found somewhere: name, account, subscription, resource group, health, plan, or in a member. */
function matches(row: Row, words: readonly string[], question: RowsQuestion): boolean {
  const text = searchText(row, question);
  return words.every((word) => text.includes(word));
}

function searchText(row: Row, { subscriptionName, plansOf }: RowsQuestion): string {
  const inAzure = row.kind === 'connector' ? row.azure : row.connector;
  const plans = row.kind === 'connector' ? (row.entry.summary?.plans ?? []) : plansOf(row.connector);
  const subscription = subscriptionOf(row);
  return [
    nameOf(row),
    accountOf(row),
    healthOf(row).words,
    healthWords[healthOf(row).health],
    subscription,
    subscription && subscriptionName(subscription),
    inAzure?.key.resourceGroup,
    ...plans.map(({ label }) => label),
    ...row.members.flatMap(({ key, accountId }) => [key.name, accountId]),
  ]
    .join('\n')
    .toLowerCase();
}

const automatic = (rows: readonly Row[], { connectors }: RowsQuestion): Exclude<Grouping, 'automatic'> =>
  rows.length > many && new Set(connectors.map(({ key }) => key.subscription)).size > 1 ? 'subscription' : 'none';

async function inGroups(rows: readonly Row[], titleOf: (row: Row) => string): Promise<readonly TreeNode[]> {
  const groups = new Map<string, Row[]>();
  await inSlices(rows, (row) => {
    const title = titleOf(row);
    const group = groups.get(title);
    if (group) group.push(row);
    else groups.set(title, [row]);
  });
  return [...groups].sort(([one], [other]) => one.localeCompare(other)).map(([title, members]) => ({ kind: 'group', title, rows: members }));
}

function groupTitle(row: Row, grouping: Exclude<Grouping, 'automatic' | 'none'>, { subscriptionName }: RowsQuestion): string {
  switch (grouping) {
    case 'subscription': {
      const id = subscriptionOf(row);
      return id === undefined ? 'No subscription' : subscriptionName(id);
    }
    case 'health':
      return healthWords[healthOf(row).health];
    case 'account':
      return accountWords(row);
  }
}

export const healthWords: Readonly<Record<Health, string>> = {
  broken: 'Unhealthy',
  degraded: 'Degraded',
  healthy: 'Healthy',
  busy: 'Deploying',
  unknown: 'Unknown',
};

function accountWords(row: Row): string {
  const type = row.kind === 'connector' ? (row.entry.summary?.accountType ?? row.azure?.membership) : row.connector.membership;
  if (type === 'management' || type === 'organization') return 'Management accounts';
  return type === 'member' ? 'Member accounts' : 'Single accounts';
}

const subscriptionOf = (row: Row): string | undefined =>
  row.kind === 'connector' ? (row.azure?.key.subscription ?? row.entry.summary?.azure?.subscription) : row.connector.key.subscription;

const nameOf = (row: Row): string => (row.kind === 'connector' ? (row.entry.summary?.name ?? connectorFileTitle(row.uri.path)) : row.connector.key.name);

const accountOf = (row: Row): string => (row.kind === 'connector' ? row.entry.summary?.accountId : row.connector.accountId) ?? '';

export const healthOf = (row: Row) =>
  row.kind === 'connector' ? connectorHealth(row.entry.summary, row.entry.look, row.statements) : azureHealth(row.statement);
