import type { RunningView } from '../../src/protocol/deployment';
import { shorten, type Elements } from '../elements';
import { eventsTable } from './events-table';
import type { Wish } from './view';

export interface RunningSection {
  readonly element: HTMLElement;
  update(view: RunningView, cancelAsked: boolean): void;
}

/** A running operation: how far it is, what happened so far, and the way out. */
export function runningSection(h: Elements, wish: Wish): RunningSection {
  const words = h('p', { id: 'progress-words' });
  const bar = h('progress', { 'aria-labelledby': 'progress-words' });
  const explanation = h('p', { class: 'quiet' });
  const cancel = h.button({ label: 'Cancel', onClick: () => wish({ kind: 'cancel' }) });
  const events = eventsTable(h, wish);
  const element = h(
    'section',
    {},
    h('h2', {}, 'Running'),
    words,
    bar,
    h('div', { class: 'actions' }, cancel),
    explanation,
    h('h2', {}, 'Events'),
    events.element,
  );
  return {
    element,
    update: (view, cancelAsked) => {
      words.textContent = `${view.done} of ${view.total} resources, ${shorten(view.stackStatus)}, ${elapsed(view.elapsedMs)}`;
      bar.setAttribute('max', String(Math.max(1, view.total)));
      if (view.total > 0) bar.setAttribute('value', String(Math.min(view.done, view.total)));
      cancel.textContent = view.cancel === 'rollBack' ? 'Cancel update…' : 'Stop following';
      cancel.toggleAttribute('disabled', view.cancelling || cancelAsked);
      explanation.textContent = explain(view);
      events.update(view.events);
    },
  };
}

function explain({ cancel, cancelling }: RunningView): string {
  if (cancelling) return cancel === 'rollBack' ? 'The update is being cancelled.' : 'Following stops.';
  return cancel === 'rollBack'
    ? 'Cancelling takes the stack back to what it was before.'
    : 'CloudFormation cannot cancel the creation of a stack: it goes on in AWS when we stop following.';
}

/** "1:05". */
export function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
