import type { StackEvent } from '../../src/core/plan/deployment-preview';
import type { Elements } from '../elements';
import { inFrames } from './in-frames';
import type { Wish } from './view';

export interface EventsTable {
  readonly element: HTMLElement;
  /** Puts those that are not shown yet on top. */
  update(events: readonly StackEvent[]): void;
}

/** As many as anybody reads while more arrive, and as few as a browser lays out at once. */
const shownAtFirst = 50;
const moreAtOnce = 200;

/** Newest first, as the AWS console shows them. Rows that stand are never drawn again; older ones come when they are asked for. */
export function eventsTable(h: Elements, wish: Wish): EventsTable {
  const body = h('tbody', {});
  const known = new Set<string>();
  const all: StackEvent[] = [];
  const draw = inFrames();
  /** Rows that stand, or soon will: the newest ones of all. */
  let drawn = 0;
  let room = shownAtFirst;

  const more = h.button({ label: '', onClick: () => showOlder() });
  const moreLine = h('div', { class: 'actions', hidden: '' }, more);
  const tellOlder = () => {
    const older = all.length - drawn;
    more.textContent = `Show ${Math.min(older, moreAtOnce)} of ${older} older events`;
    moreLine.toggleAttribute('hidden', older === 0);
  };
  const showOlder = () => {
    const older = all.slice(Math.max(0, all.length - drawn - moreAtOnce), all.length - drawn).reverse();
    room += older.length;
    drawn += older.length;
    draw(older.map((event) => () => body.append(row(h, event, wish))));
    tellOlder();
  };
  const put = (event: StackEvent, isOver: boolean) => () => {
    body.prepend(row(h, event, wish));
    if (isOver) body.lastElementChild?.remove();
  };

  return {
    element: h('div', {}, scrolling(h, body), moreLine),
    update: (events) => {
      const fresh = events.filter(({ id }) => !known.has(id));
      if (fresh.length === 0) return;
      for (const event of fresh) known.add(event.id);
      all.push(...fresh);
      // Of many at once those that nobody would see are not drawn.
      if (fresh.length >= room) {
        draw([() => body.replaceChildren()]);
        drawn = 0;
      }
      draw(fresh.slice(-room).map((event) => put(event, ++drawn > room)));
      drawn = Math.min(drawn, room);
      tellOlder();
    },
  };
}

function scrolling(h: Elements, body: HTMLElement): HTMLElement {
  const head = ['Time', 'Resource', 'Status', 'Reason'].map((name) => h('th', { scope: 'col' }, name));
  return h(
    'div',
    { class: 'scroll events', tabindex: '0', role: 'region', 'aria-label': 'Stack events' },
    h('table', {}, h('caption', { class: 'hidden' }, 'Stack events, newest first'), h('thead', {}, h('tr', {}, ...head)), body),
  );
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
  return Number.isNaN(time.getTime()) ? '' : times.format(time);
}

/** Made once: a new one for each row costs more than the row. */
const times = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
