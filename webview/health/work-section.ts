import type { HealthWork } from '../../src/protocol/health';
import type { Elements } from '../elements';
import type { PageState } from './state';
import type { Wish } from './view';

/** What runs, how far it is, and how to stop it. */
export function workSection(h: Elements, { step, done, total }: HealthWork, { asked, wish }: { readonly asked: PageState['asked']; readonly wish: Wish }): HTMLElement {
  const known = total > 0;
  const bar = h('progress', { 'aria-label': 'Progress', ...(known ? { max: String(total), value: String(done) } : {}) });
  return h(
    'section',
    { class: 'box', 'aria-label': 'Running' },
    h('p', {}, h.data(step), known ? `, ${done} of ${total}` : '', '.'),
    bar,
    h('div', { class: 'actions' }, h.button({ label: 'Cancel', key: 'cancel', waiting: asked === 'cancel', onClick: () => wish({ kind: 'cancel' }) })),
  );
}
