import type { Cell } from '../../src/core/coverage/coverage';
import type { CoverageView, ShownAccount } from '../../src/protocol/coverage';
import type { Elements } from '../elements';
import type { Wish } from './view';

/** A sign and a word each: the colour only repeats them. */
const cells: Readonly<Record<Cell, readonly [sign: string, word: string]>> = {
  on: ['●', 'on'],
  declared: ['○', 'declared in the file'],
  off: ['–', 'off'],
};

/** Accounts by plans and features. */
export function coverageMatrix(h: Elements, { columns, accounts, counts }: CoverageView, wish: Wish): HTMLElement {
  const head = [h('th', { scope: 'col' }, 'Account'), ...columns.map(({ name, plan }) => h('th', { scope: 'col', class: plan === null ? 'plan' : 'feature' }, h.data(name)))];
  return h(
    'div',
    {},
    h('p', { class: 'quiet' }, '● on in Azure, ○ declared in the file, – off.'),
    ...(counts.shown > accounts.length ? [h('p', {}, `The first ${accounts.length} are shown. Filter to see others; an export has them all.`)] : []),
    h(
      'div',
      { class: 'scroll matrix', tabindex: '0', role: 'region', 'aria-label': 'Accounts and plans' },
      h(
        'table',
        {},
        h('caption', { class: 'hidden' }, 'Which plans and features cover which accounts'),
        h('thead', {}, h('tr', {}, ...head)),
        h('tbody', {}, ...accounts.map((account) => row(h, account, columns, wish))),
      ),
    ),
  );
}

function row(h: Elements, { accountId, names, cells: own, isExcluded, differs }: ShownAccount, columns: CoverageView['columns'], wish: Wish): HTMLElement {
  const notes = [...(isExcluded ? ['Left out on purpose.'] : []), ...(differs ? ['File and Azure differ.'] : [])];
  const open = h.button({ label: accountId, key: `account-${accountId.replace(/\D/g, '')}`, onClick: () => wish({ kind: 'openAccount', accountId }) });
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, names.length === 0 ? h.data(accountId) : open, ...(names.length === 0 ? [] : [h('div', { class: 'quiet' }, h.data(names.join(', ')))]), ...notes.map((note) => h('div', {}, note))),
    ...own.map((cell, index) => {
      const [sign, word] = cells[cell];
      return h('td', { class: cell }, h('span', { 'aria-hidden': 'true' }, sign), h('span', { class: 'hidden' }, `${columns[index]?.name ?? ''}: ${word}`));
    }),
  );
}
