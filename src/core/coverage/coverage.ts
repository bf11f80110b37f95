import { catalog } from '../catalog/catalog';
import type { CoveringConnector } from './covering-connector';

/** Which plans and features cover which AWS accounts. */
export interface Coverage {
  /** Every account that a connector names, by its id. */
  readonly accounts: readonly AccountCoverage[];
  /** Plans in the catalog's order, each followed by its features: the columns of the matrix and the bars of the chart. */
  readonly columns: readonly CoverageColumn[];
}

export interface AccountCoverage {
  readonly accountId: string;
  /** Every connector of the account: more than one is worth a look. */
  readonly connectors: readonly CoveringConnector[];
  /** By the ids of columns. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** A connector of its organization leaves it out, and no other takes it in. */
  readonly isExcluded: boolean;
  /** File and Azure say different things of a plan or a feature. */
  readonly differs: boolean;
}

/** `on` and `off` are Azure's word; `declared` is on in a file, and Azure was not read or does not have the connector. */
export type Cell = 'on' | 'declared' | 'off';

export interface CoverageColumn {
  readonly id: string;
  readonly name: string;
  /** Of a feature: the id of its plan. */
  readonly plan: string | null;
  /** Accounts that have it, of all those that are not left out on purpose. */
  readonly covered: number;
  readonly total: number;
}

/** Puts connectors of files and of Azure together by account. Where both speak of an account, Azure's word counts. */
export function coverageOf(connectors: readonly CoveringConnector[]): Coverage {
  const byAccount = new Map<string, CoveringConnector[]>();
  for (const connector of connectors) {
    const known = byAccount.get(connector.accountId);
    if (known) known.push(connector);
    else byAccount.set(connector.accountId, [connector]);
  }
  for (const id of connectors.flatMap(({ excluded }) => excluded)) if (!byAccount.has(id)) byAccount.set(id, []);
  const accounts = [...byAccount].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, own]) => accountCoverage(id, own));
  return { accounts, columns: columnsOf(accounts) };
}

const columnIds: readonly { readonly id: string; readonly name: string; readonly plan: string | null }[] = catalog.plans.flatMap((plan) => [
  { id: plan.id, name: plan.displayName, plan: null },
  ...plan.features.map((feature) => ({ id: feature.id, name: feature.label, plan: plan.id })),
]);

function accountCoverage(accountId: string, connectors: readonly CoveringConnector[]): AccountCoverage {
  const azure = connectors.filter(({ from }) => from === 'azure');
  const files = connectors.filter(({ from }) => from === 'file');
  const has = (own: readonly CoveringConnector[], id: string) => own.some(({ on }) => on.has(id));
  const cell = (id: string): Cell => (azure.length > 0 ? (has(azure, id) ? 'on' : 'off') : has(files, id) ? 'declared' : 'off');
  return {
    accountId,
    connectors,
    cells: Object.fromEntries(columnIds.map(({ id }) => [id, cell(id)])),
    isExcluded: connectors.length === 0,
    differs: azure.length > 0 && files.length > 0 && columnIds.some(({ id }) => has(azure, id) !== has(files, id)),
  };
}

/** The chart's figures, also for a part of the accounts. */
export function columnsOf(accounts: readonly AccountCoverage[]): readonly CoverageColumn[] {
  const counted = accounts.filter(({ isExcluded }) => !isExcluded);
  return columnIds.map((column) => ({ ...column, covered: counted.filter(({ cells }) => cells[column.id] !== 'off').length, total: counted.length }));
}
