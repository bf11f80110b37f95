import type { Escalation } from '../../src/core/plan/escalation';
import type { Elements } from '../elements';

export type Acknowledge = (id: string, ticked: boolean) => void;

export interface Ticks {
  readonly ticked: ReadonlySet<string>;
  readonly onTick: Acknowledge;
}

/** More power than before: one box for each, and all have to be ticked before anything is deployed. */
export function escalationList(h: Elements, escalations: readonly Escalation[], ticks: Ticks): readonly HTMLElement[] {
  if (escalations.length === 0) return [];
  const intro = escalations.length === 1 ? 'This gives more power than there was before. Acknowledge it to go on.' : `These ${escalations.length} give more power than there was before. Acknowledge each to go on.`;
  return [
    h(
      'section',
      { class: 'box warning', 'aria-labelledby': 'escalations' },
      h('h3', { id: 'escalations' }, 'To acknowledge'),
      h('p', {}, intro),
      h('ul', { class: 'checks' }, ...escalations.map((escalation) => h('li', {}, box(h, escalation, ticks)))),
    ),
  ];
}

function box(h: Elements, { id, message }: Escalation, { ticked, onTick }: Ticks): HTMLElement {
  const input = h('input', { type: 'checkbox' });
  if (ticked.has(id)) input.setAttribute('checked', '');
  input.addEventListener('change', () => onTick(id, !ticked.has(id)));
  return h('label', {}, input, h.data(message));
}
