import type { HealthGap } from '../../src/core/model/health';
import type { Elements } from '../elements';

/** What could not be looked at: neither well nor ill, and said so. */
export function gapsSection(h: Elements, gaps: readonly HealthGap[]): readonly HTMLElement[] {
  if (gaps.length === 0) return [];
  return [
    h('h2', {}, `Not looked at: ${gaps.length}`),
    h('ul', {}, ...gaps.map((gap) => item(h, gap))),
  ];
}

const item = (h: Elements, { what, why, permission }: HealthGap): HTMLElement =>
  h(
    'li',
    {},
    h('strong', {}, h.data(what)),
    ': ',
    h.data(why),
    ...(permission === null ? [] : [' Permission that is missing: ', h('span', { class: 'code' }, h.data(permission)), '.']),
  );
