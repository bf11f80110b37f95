import type { AccountCoverage, Cell, Coverage } from '../../coverage/coverage';
import { plainLine } from '../plain-line';

/** Coverage for a terminal: a bar for each plan and feature, then the plans of each account. */
export function coverageText({ accounts, columns }: Coverage): string {
  if (accounts.length === 0) return `${accountsLine(accounts)}\n`;
  const width = Math.max(...columns.map(({ name, plan }) => name.length + (plan === null ? 0 : 2)));
  const plans = columns.filter(({ plan }) => plan === null);
  return [
    accountsLine(accounts),
    '',
    ...columns.map(({ name, plan, covered, total }) => `${(plan === null ? name : `  ${name}`).padEnd(width)}  ${bar(covered, total)}  ${covered} of ${total}`),
    '',
    ...accounts.map((account) => `${account.accountId}  ${names(account)}  ${plansOf(account, plans)}`.trimEnd()),
    '',
  ].join('\n');
}

/** "3 accounts, 1 of them left out on purpose." */
export function accountsLine(accounts: readonly AccountCoverage[]): string {
  const [excluded, differing] = [accounts.filter(({ isExcluded }) => isExcluded).length, accounts.filter(({ differs }) => differs).length];
  return [
    `${accounts.length} account${accounts.length === 1 ? '' : 's'}`,
    ...(excluded > 0 ? [`${excluded} of them left out on purpose`] : []),
    ...(differing > 0 ? [`${differing} where file and Azure differ`] : []),
  ].join(', ') + '.';
}

const length = 20;

function bar(covered: number, total: number): string {
  const full = total === 0 ? 0 : Math.round((covered / total) * length);
  return `${'#'.repeat(full)}${'.'.repeat(length - full)}`;
}

const names = ({ connectors }: AccountCoverage): string => plainLine([...new Set(connectors.map(({ name }) => name))].join(', ') || '–');

const plansOf = ({ cells, isExcluded }: AccountCoverage, plans: Coverage['columns']): string =>
  isExcluded ? 'left out' : plans.flatMap(({ id, name }) => (cells[id] === 'off' ? [] : [`${name}${cells[id] === 'declared' ? ' (declared)' : ''}`])).join(', ');

/** What a cell says where there is room for a word. */
export const cellWords: Readonly<Record<Cell, string>> = { on: 'on', declared: 'declared', off: '' };
