import type { CoverageView, ShownFilter } from '../../src/protocol/coverage';
import { shorten, type Elements } from '../elements';
import type { Wish } from './view';

export interface FilterBar {
  readonly element: HTMLElement;
  update(view: CoverageView): void;
}

const none: ShownFilter = { text: '', subscription: null, column: null, onlyDiffering: false };

/** What is looked for. It is made once: a field that is typed in must not be replaced. */
export function filterBar(h: Elements, wish: Wish): FilterBar {
  let current = none;
  const change = (part: Partial<ShownFilter>) => wish({ kind: 'filter', filter: { ...current, ...part } });
  const text = h('input', { type: 'search', id: 'filter', class: 'field', autocomplete: 'off' }) as HTMLInputElement;
  const subscription = h('select', { id: 'subscription', class: 'field' }) as HTMLSelectElement;
  const differing = h('input', { type: 'checkbox', id: 'differing' }) as HTMLInputElement;
  const chosen = h('p', {});
  text.addEventListener('input', () => change({ text: text.value }));
  subscription.addEventListener('change', () => change({ subscription: subscription.value === '' ? null : subscription.value }));
  differing.addEventListener('change', () => change({ onlyDiffering: differing.checked }));
  const element = h(
    'section',
    { class: 'filters', 'aria-label': 'Filter' },
    h('div', {}, h('label', { for: 'filter' }, 'Account, name or place'), text),
    h('div', {}, h('label', { for: 'subscription' }, 'Subscription'), subscription),
    h('div', { class: 'check' }, differing, h('label', { for: 'differing' }, 'Only where file and Azure differ')),
    chosen,
  );

  let listed = '';
  return {
    element,
    update: ({ filter, subscriptions, columns }) => {
      current = filter;
      if (text.value !== filter.text && text.ownerDocument.activeElement !== text) text.value = filter.text;
      const key = subscriptions.map(({ id, name }) => `${id} ${name}`).join('\n');
      if (key !== listed) {
        listed = key;
        subscription.replaceChildren(...[{ id: '', name: 'All' }, ...subscriptions].map(({ id, name }) => h('option', { value: shorten(id) }, shorten(name))));
      }
      subscription.value = filter.subscription ?? '';
      differing.checked = filter.onlyDiffering;
      const column = columns.find(({ id }) => id === filter.column?.id);
      chosen.replaceChildren(
        ...(column ? [`Accounts ${filter.column?.covered ? 'with' : 'without'} `, h.data(column.name), '. '] : []),
        ...(isSame(filter, none) ? [] : [h.button({ label: 'Clear filter', key: 'clear', onClick: () => clear() })]),
      );
    },
  };

  function clear(): void {
    text.value = '';
    wish({ kind: 'filter', filter: none });
  }
}

const isSame = (one: ShownFilter, other: ShownFilter): boolean => JSON.stringify(one) === JSON.stringify(other);
