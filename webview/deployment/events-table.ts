import type { StackEvent } from '../../src/core/plan/deployment-preview';
import type { Elements } from '../elements';
import type { Wish } from './view';

export interface EventsTable {
  readonly element: HTMLElement;
  /** Puts those that are not shown yet on top. */
  update(events: readonly StackEvent[]): void;
}

/** Newest first, as the AWS console shows them. Rows that stand are never drawn again. */
export function eventsTable(h: Elements, wish: Wish): EventsTable {
  const body = h('tbody', {});
  const shown = new Set<string>();
  const head = ['Time', 'Resource', 'Status', 'Reason'].map((name) => h('th', { scope: 'col' }, name));
  const element = h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Stack events' },
    h('table', {}, h('caption', { class: 'hidden' }, 'Stack events, newest first'), h('thead', {}, h('tr', {}, ...head)), body),
  );
  return {
    element,
    update: (events) => {
      for (const event of events) {
        if (shown.has(event.id)) continue;
        shown.add(event.id);
        body.prepend(row(h, event, wish));
      }
    },
  };
}

const row = (h: Elements, event: StackEvent, wish: Wish): HTMLElement =>
  h(
    'tr',
    {},
    h('td', {}, clock(event.at)),
    h('th', { scope: 'row' }, h.data(event.logicalId), h('div', { class: 'quiet' }, h.data(event.type))),
    h('td', {}, h('span', { class: `tag ${tone(event.status)}` }, h.data(event.status))),
    h('td', {}, ...(event.reason === null ? [] : [h.data(event.reason)]), ...explainLink(h, event, wish)),
  );

/** On every failed event. */
function explainLink(h: Elements, { id, status, reason, logicalId }: StackEvent, wish: Wish): readonly HTMLElement[] {
  if (reason === null || !status.endsWith('_FAILED')) return [];
  const link = h('button', { class: 'link' }, 'Explain', h('span', { class: 'hidden' }, ' the error of ', h.data(logicalId)));
  link.addEventListener('click', () => wish({ kind: 'explain', eventId: id }));
  return [h('span', {}, ' '), link];
}

/** Colour only repeats the status word. */
function tone(status: string): string {
  if (status.endsWith('_FAILED') || status.includes('ROLLBACK')) return 'remove';
  return status.endsWith('_COMPLETE') ? 'add' : 'modify';
}

function clock(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toLocaleTimeString();
}
