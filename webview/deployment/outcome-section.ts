import type { DiagnosticAction } from '../../src/core/catalog/diagnostics';
import type { DeploymentOutcome, FirstFailure } from '../../src/core/plan/deployment-preview';
import type { DeploymentView, ShownOperation } from '../../src/protocol/deployment';
import { changeSetType } from '../../src/core/plan/change-set-type';
import { actionWords } from '../../src/core/diagnose/action-words';
import { shorten, type Elements } from '../elements';
import { explanationSection } from '../explanation-section';
import { eventsTable } from './events-table';
import type { Wish } from './view';

interface OutcomeOptions {
  readonly copied: boolean;
  readonly wish: Wish;
}

type DoneView = Extract<DeploymentView, { phase: 'done' }>;

const headings: Readonly<Record<DeploymentOutcome['result'], readonly [sign: string, words: string, tone: string]>> = {
  succeeded: ['✓', '', 'success'],
  unchanged: ['✓', 'The stack is unchanged', 'success'],
  failed: ['✗', 'Failed', 'error'],
  cancelled: ['–', 'Cancelled', 'warning'],
  notBegun: ['–', 'Not begun', 'warning'],
};

const succeeded: Readonly<Record<ShownOperation['kind'], string>> = {
  create: 'Deployed',
  update: 'Deployed',
  import: 'Imported',
  delete: 'Deleted',
  rollBack: 'Rolled back',
  continueRollback: 'Rolled back to the end',
};

/** How it ended: the outputs, or the first cause and what to do about it. */
export function outcomeSection(
  h: Elements,
  view: DoneView,
  options: OutcomeOptions,
): readonly HTMLElement[] {
  const { operation, outcome, events } = view;
  const [sign, ended, tone] = headings[outcome.result];
  const words = outcome.result === 'succeeded' ? succeeded[operation.kind] : ended;
  const log = eventsTable(h, options.wish);
  log.update(events);
  return [
    h(
      'section',
      { class: `box ${tone}`, 'aria-labelledby': 'outcome' },
      h('h2', { id: 'outcome' }, h('span', { 'aria-hidden': 'true' }, `${sign} `), words),
      h('p', {}, outcome.failure === null ? h.data(outcome.summary) : failedWords(h, operation, outcome)),
      ...(outcome.failure === null ? [] : firstCause(h, outcome.failure, view, options.wish)),
    ),
    ...outputs(h, outcome, options),
    h(
      'div',
      { class: 'actions' },
      ...wayOut(h, view, options.wish),
      h.button({ label: 'Preview again', onClick: () => options.wish({ kind: 'previewAgain' }) }),
      h.button({ label: 'Another template…', onClick: () => options.wish({ kind: 'otherTemplate' }) }),
      h.button({ label: 'Open connector file', onClick: () => options.wish({ kind: 'openConnector' }) }),
    ),
    ...(events.length === 0 ? [] : [h('details', {}, h('summary', {}, `Events: ${events.length}`), log.element)]),
  ];
}

/** Where the stack takes no deployment as it is now: what has to be done first. */
function wayOut(h: Elements, { operation, outcome }: DoneView, wish: Wish): readonly HTMLElement[] {
  const next = outcome.result === 'failed' ? changeSetType(operation.target.stack, outcome.stackStatus) : undefined;
  const action = next?.ok === false ? next.error.remedy : undefined;
  return action === undefined ? [] : [h.button({ label: `${actionWords[action].label}…`, primary: true, onClick: () => wish({ kind: 'act', action }) })];
}

/** The summary ends with the first cause, which has its own place here. */
function failedWords(h: Elements, { kind, target }: ShownOperation, { stackStatus }: DeploymentOutcome): HTMLElement {
  const stack = `Stack ${target.stack} in account ${target.accountId}, ${target.region}`;
  return h.data(`${stack} was not ${failedVerbs[kind]}. It is now ${stackStatus}.`);
}

const failedVerbs: Readonly<Record<ShownOperation['kind'], string>> = {
  create: 'created',
  update: 'updated',
  import: 'given what exists',
  delete: 'deleted',
  rollBack: 'rolled back',
  continueRollback: 'rolled back to the end',
};

function firstCause(h: Elements, { logicalId, type, reason, explanation }: FirstFailure, { place }: DoneView, wish: Wish): readonly HTMLElement[] {
  const open = place && h.button({ label: `Open ${shorten(place.file)}, line ${place.line}`, onClick: () => wish({ kind: 'openPlace' }) });
  const actions = explanation.actions.filter((action) => !shownBelow.includes(action) && !(place && action === 'openTemplate'));
  const buttons = [
    ...(open ? [open] : []),
    ...actions.map((action) => h.button({ label: actionWords[action].label, onClick: () => wish({ kind: 'act', action }) })),
  ];
  return [
    h('h3', {}, 'First cause'),
    h('p', {}, h('strong', {}, h.data(logicalId)), ' (', h.data(type), '): ', h.data(reason)),
    ...explanationSection(h, explanation),
    ...(buttons.length === 0 ? [] : [h('div', { class: 'actions' }, ...buttons)]),
  ];
}

/** Every end of a deployment has these buttons. */
const shownBelow: readonly DiagnosticAction[] = ['preview', 'openConnector'];

function outputs(h: Elements, outcome: DeploymentOutcome, { copied, wish }: OutcomeOptions): readonly HTMLElement[] {
  if (outcome.outputs.length === 0) return [];
  const label = copied ? 'Copied' : 'Copy outputs';
  return [
    h('h2', {}, 'Outputs'),
    h('div', { class: 'actions' }, h.button({ label, onClick: () => wish({ kind: 'copyOutputs' }) })),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Outputs' }, outputsTable(h, outcome)),
  ];
}

const outputsTable = (h: Elements, outcome: DeploymentOutcome): HTMLElement =>
  h(
    'table',
    {},
    h('caption', { class: 'hidden' }, 'Outputs of the stack'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Output'), h('th', { scope: 'col' }, 'Value'))),
    h('tbody', {}, ...outcome.outputs.map((output) => outputRow(h, output))),
  );

function outputRow(h: Elements, { key, value, description }: DeploymentOutcome['outputs'][number]): HTMLElement {
  const words = description === null ? [] : [h('div', { class: 'quiet' }, h.data(description))];
  return h('tr', {}, h('th', { scope: 'row' }, h.data(key), ...words), h('td', { class: 'code' }, h.data(value)));
}
