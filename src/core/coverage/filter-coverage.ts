import { type AccountCoverage, columnsOf, type Coverage } from './coverage';

export interface CoverageFilter {
  /** A part of an account's id, or of the name or place of one of its connectors; case does not count. */
  readonly text?: string;
  readonly subscription?: string;
  /** Accounts that have, or lack, a plan or a feature. */
  readonly column?: { readonly id: string; readonly covered: boolean };
  readonly onlyDiffering?: boolean;
}

/** The accounts that a filter lets through, with the figures of these. Also what a click on a bar shows. */
export function filterCoverage({ accounts }: Coverage, filter: CoverageFilter): Coverage {
  const left = accounts.filter((account) => passes(account, filter));
  return { accounts: left, columns: columnsOf(left) };
}

function passes(account: AccountCoverage, { text = '', subscription, column, onlyDiffering }: CoverageFilter): boolean {
  if (column && (account.isExcluded || (account.cells[column.id] !== 'off') !== column.covered)) return false;
  if (onlyDiffering === true && !account.differs) return false;
  if (subscription !== undefined && !account.connectors.some((one) => one.subscription.toLowerCase() === subscription.toLowerCase())) return false;
  const wanted = text.trim().toLowerCase();
  return wanted === '' || account.accountId.includes(wanted) || account.connectors.some(({ name, place }) => [name, place].some((one) => one.toLowerCase().includes(wanted)));
}
