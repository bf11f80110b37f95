import type { OperationKind } from '../../src/core/operation/stack-operation';
import { durationWords } from '../../src/core/operation/operation-words';
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
  const waiting = h('p', { class: 'box warning' });
  const explanation = h('p', { class: 'quiet' });
  const cancel = h.button({ label: 'Cancel', onClick: () => wish({ kind: 'cancel' }) });
  const events = eventsTable(h, wish);
  const element = h(
    'section',
    {},
    h('h2', {}, 'Running'),
    words,
    bar,
    waiting,
    h('div', { class: 'actions' }, cancel),
    explanation,
    h('h2', {}, 'Events'),
    events.element,
  );
  return {
    element,
    update: (view, cancelAsked) => {
      words.textContent = `${view.done} of ${view.total} resources, ${shorten(view.stackStatus)}, ${durationWords(view.elapsedMs)}`;
      bar.setAttribute('max', String(Math.max(1, view.total)));
      if (view.total > 0) bar.setAttribute('value', String(Math.min(view.done, view.total)));
      waiting.textContent = view.waiting === null ? '' : shorten(view.waiting);
      waiting.toggleAttribute('hidden', view.waiting === null);
      cancel.textContent = view.cancel === 'rollBack' ? 'Cancel update…' : 'Stop following';
      cancel.toggleAttribute('disabled', view.cancelling || cancelAsked);
      explanation.textContent = explain(view);
      events.update(view.events);
    },
  };
}

function explain({ cancel, cancelling, operation, stackStatus }: RunningView): string {
  if (cancelling) return cancel === 'rollBack' ? 'The update is being cancelled.' : 'Following stops.';
  if (cancel === 'rollBack')
    return stackStatus === 'UPDATE_IN_PROGRESS'
      ? 'Cancelling takes the stack back to what it was before.'
      : `AWS cancels an update only while it is UPDATE_IN_PROGRESS; now it is ${shorten(stackStatus)}, and its end is what is left to see.`;
  return leaving[operation.kind];
}

/** What AWS does not cancel goes on without us. */
const leaving: Readonly<Record<OperationKind, string>> = {
  create: 'CloudFormation cannot cancel the creation of a stack: it goes on in AWS when we stop following.',
  update: 'The update goes on in AWS when we stop following.',
  import: 'CloudFormation cannot cancel an import: it goes on in AWS when we stop following.',
  delete: 'CloudFormation cannot cancel the deletion of a stack: it goes on in AWS when we stop following.',
  rollBack: 'The roll back goes on in AWS when we stop following.',
  continueRollback: 'The rollback goes on in AWS when we stop following.',
};
