import type { CoverageView, ShownColumn } from '../../src/protocol/coverage';
import type { Elements } from '../elements';
import type { Wish } from './view';

/** A bar for each plan, and smaller ones for its features; each leads to the accounts behind it. */
export const coverageChart = (h: Elements, { columns, filter }: CoverageView, wish: Wish): HTMLElement =>
  h('ul', { class: 'chart', 'aria-labelledby': 'chart' }, ...columns.map((column) => bar(h, column, { filter, wish })));

interface BarOptions {
  readonly filter: CoverageView['filter'];
  readonly wish: Wish;
}

function bar(h: Elements, { id, name, plan, covered, total }: ShownColumn, { filter, wish }: BarOptions): HTMLElement {
  const show = (isCovered: boolean) => () => wish({ kind: 'filter', filter: { ...filter, column: { id, covered: isCovered } } });
  const button = (label: string, isCovered: boolean, key: string) => {
    const made = h.button({ label, key: `${key}-${id}`, onClick: show(isCovered) });
    made.setAttribute('aria-label', `${label}: accounts ${isCovered ? 'with' : 'without'} ${name}`);
    return made;
  };
  const percent = total === 0 ? 0 : Math.round((100 * covered) / total);
  return h(
    'li',
    { class: plan === null ? 'plan' : 'feature' },
    h('span', { class: 'name' }, h.data(name)),
    h('progress', { max: String(Math.max(total, 1)), value: String(covered), 'aria-label': name }),
    h('span', { class: 'figure' }, `${covered} of ${total} (${percent} %)`),
    h('span', { class: 'actions' }, ...(covered > 0 ? [button('With', true, 'with')] : []), ...(covered < total ? [button('Without', false, 'without')] : [])),
  );
}
