import type { ConflictChoice, NameConflict, PreflightCheck } from '../../src/core/plan/preflight-check';
import type { Elements } from '../elements';
import type { PageState } from './state';
import type { Wish } from './view';

export interface PreflightOptions {
  readonly asked: PageState['asked'];
  readonly wish: Wish;
}

/** What was looked at first. Closed when all is well: then it is there for who wants to know. */
export function preflightSection(h: Elements, checks: readonly PreflightCheck[], options: PreflightOptions): readonly HTMLElement[] {
  if (checks.length === 0) return [];
  const isWell = checks.every(({ result }) => result === 'passed');
  return [
    h(
      'details',
      { class: 'preflight', ...(isWell ? {} : { open: '' }) },
      h('summary', {}, `Checked before any change: ${counted(checks)}`),
      h('ul', { class: 'checks' }, ...bySeverity(checks).map((check) => h('li', {}, ...checkLines(h, check, options)))),
    ),
  ];
}

/** In the order in which they matter. */
const results = ['failed', 'warning', 'unknown', 'passed'] as const;

/** What is in the way stands on top; else in the order in which it was looked at. */
const bySeverity = (checks: readonly PreflightCheck[]) => results.flatMap((result) => checks.filter((check) => check.result === result));

export const counted = (checks: readonly PreflightCheck[]): string =>
  results
    .map((result) => [checks.filter((check) => check.result === result).length, result] as const)
    .filter(([count]) => count > 0)
    .map(([count, result]) => `${count} ${result === 'warning' && count > 1 ? 'warnings' : result}`)
    .join(', ');

/** The sign only repeats the word. */
const signs: Readonly<Record<PreflightCheck['result'], string>> = { passed: '✓', failed: '✗', warning: '!', unknown: '?' };

const checkLines = (h: Elements, { title, result, evidence, fix, conflict }: PreflightCheck, options: PreflightOptions): readonly HTMLElement[] => [
  h(
    'p',
    {},
    h('span', { class: `tag ${result}` }, h('span', { 'aria-hidden': 'true' }, `${signs[result]} `), result),
    ' ',
    h('strong', {}, h.data(title)),
    ' ',
    h.data(evidence),
  ),
  ...(fix !== null && result !== 'passed' && !conflict ? [h('p', { class: 'quiet' }, h.data(fix))] : []),
  ...(conflict ? [choiceList(h, conflict, options)] : []),
];

/** The page's own words: what comes from AWS stands beside them, as text. */
const labels: Readonly<Record<ConflictChoice['kind'], string>> = {
  mergeAudiences: 'Add the audiences',
  keepAudiences: 'Use it as it is',
  rename: 'Another name…',
  import: 'Import into the stack',
  useOwner: 'Update the other stack instead',
  stop: 'Stop',
};

function choiceList(h: Elements, conflict: NameConflict, { asked, wish }: PreflightOptions): HTMLElement {
  const offered = conflict.choices.filter(({ kind }) => kind !== 'stop' && kind !== conflict.chosen);
  const button = ({ kind }: ConflictChoice) =>
    h.button({ label: labels[kind], waiting: asked !== undefined, onClick: () => wish({ kind: 'resolve', logicalId: conflict.logicalId, choice: kind }) });
  return h('ul', { class: 'choices' }, ...offered.map((choice) => h('li', {}, button(choice), h('p', { class: 'quiet' }, h.data(choice.suggestion !== null && choice.kind === 'useOwner' ? `${choice.label}. ${choice.consequence}` : choice.consequence)))));
}
