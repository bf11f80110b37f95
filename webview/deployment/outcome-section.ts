import type { DeploymentOutcome, FirstFailure } from '../../src/core/plan/deployment-preview';
import type { DeploymentView } from '../../src/protocol/deployment';
import type { Elements } from './elements';
import { eventsTable } from './events-table';
import type { Wish } from './view';

type DoneView = Extract<DeploymentView, { phase: 'done' }>;

const headings: Readonly<Record<DeploymentOutcome['result'], readonly [sign: string, words: string, tone: string]>> = {
  succeeded: ['✓', 'Deployed', 'success'],
  unchanged: ['✓', 'No changes', 'success'],
  failed: ['✗', 'Failed', 'error'],
  cancelled: ['–', 'Cancelled', 'warning'],
};

/** How it ended: the outputs, or the first cause and what to do about it. */
export function outcomeSection(h: Elements, { outcome, events }: DoneView, options: { readonly copied: boolean; readonly wish: Wish }): readonly HTMLElement[] {
  const [sign, words, tone] = headings[outcome.result];
  const log = eventsTable(h);
  log.update(events);
  return [
    h(
      'section',
      { class: `box ${tone}`, 'aria-labelledby': 'outcome' },
      h('h2', { id: 'outcome' }, h('span', { 'aria-hidden': 'true' }, `${sign} `), words),
      h('p', {}, h.data(outcome.summary)),
      ...(outcome.failure === null ? [] : firstCause(h, outcome.failure)),
    ),
    ...outputs(h, outcome, options),
    h(
      'div',
      { class: 'actions' },
      h.button({ label: 'Preview again', onClick: () => options.wish({ kind: 'previewAgain' }) }),
      h.button({ label: 'Open connector file', onClick: () => options.wish({ kind: 'openConnector' }) }),
    ),
    ...(events.length === 0 ? [] : [h('details', {}, h('summary', {}, `Events: ${events.length}`), log.element)]),
  ];
}

const firstCause = (h: Elements, { logicalId, type, reason, problem }: FirstFailure): readonly HTMLElement[] => [
  h('h3', {}, 'First cause'),
  h('p', {}, h('strong', {}, h.data(logicalId)), ' (', h.data(type), '): ', h.data(reason)),
  ...(problem === null ? [] : [h('h3', {}, 'What to do'), h('p', {}, h.data(problem.message)), ...(problem.action === undefined ? [] : [h('p', {}, h.data(problem.action))])]),
];

function outputs(h: Elements, outcome: DeploymentOutcome, { copied, wish }: { readonly copied: boolean; readonly wish: Wish }): readonly HTMLElement[] {
  if (outcome.outputs.length === 0) return [];
  const rows = outcome.outputs.map(({ key, value, description }) =>
    h('tr', {}, h('th', { scope: 'row' }, h.data(key), ...(description === null ? [] : [h('div', { class: 'quiet' }, h.data(description))])), h('td', { class: 'code' }, h.data(value))),
  );
  return [
    h('h2', {}, 'Outputs'),
    h('div', { class: 'actions' }, h.button({ label: copied ? 'Copied' : 'Copy outputs', onClick: () => wish({ kind: 'copyOutputs' }) })),
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Outputs' },
      h('table', {}, h('caption', { class: 'hidden' }, 'Outputs of the stack'), h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Output'), h('th', { scope: 'col' }, 'Value'))), h('tbody', {}, ...rows)),
    ),
  ];
}
