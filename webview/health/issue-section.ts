import { issueTitle } from '../../src/core/health/issue-title';
import type { ConnectorIssue, Evidence, IssueSeverity } from '../../src/core/model/health';
import type { HealthView, IssueWish } from '../../src/protocol/health';
import { shorten, type Elements } from '../elements';
import type { PageState } from './state';
import type { Wish } from './view';

export interface IssueDrawing {
  readonly view: HealthView;
  readonly issue: ConnectorIssue;
  readonly index: number;
  readonly asked: PageState['asked'];
  readonly wish: Wish;
}

const severities: Readonly<Record<IssueSeverity, readonly [sign: string, word: string, tone: string]>> = {
  error: ['✗', 'Error', 'error'],
  warning: ['!', 'Warning', 'warning'],
  information: ['i', 'Information', 'plain'],
};

/** One issue whole: what is wrong, whom it concerns, what was seen, what to do. */
export function issueSection(h: Elements, drawing: IssueDrawing): HTMLElement {
  const { issue, index } = drawing;
  const [sign, word, tone] = severities[issue.severity];
  const id = `issue-${index}`;
  return h(
    'article',
    { class: `box ${tone}`, 'aria-labelledby': id },
    h('h3', { id }, h('span', { class: 'tag' }, h('span', { 'aria-hidden': 'true' }, `${sign} `), word), ' ', h.data(issueTitle(issue))),
    h('p', {}, h.data(issue.description)),
    h('p', { class: 'quiet' }, issue.plans.length === 0 ? 'Affects every plan.' : 'Affects ', ...(issue.plans.length === 0 ? [] : [h.data(issue.plans.join(', ')), '.'])),
    ...evidence(h, issue.evidence),
    ...remediation(h, drawing),
  );
}

function evidence(h: Elements, seen: readonly Evidence[]): readonly HTMLElement[] {
  if (seen.length === 0) return [];
  const rows = seen.map(({ label, value }) => h('div', {}, h('dt', {}, h.data(label)), h('dd', { class: 'code' }, h.data(value))));
  return [h('details', {}, h('summary', {}, 'What was seen'), h('dl', { class: 'evidence' }, ...rows))];
}

function remediation(h: Elements, { view, issue, index, asked, wish }: IssueDrawing): readonly HTMLElement[] {
  const { steps, script } = issue.remediation;
  const about = (kind: IssueWish['kind']) => () => wish({ kind, revision: view.revision, issue: index });
  const fix = view.fixes.find((one) => one.issue === index);
  const button = (kind: IssueWish['kind'], label: string, primary = false) =>
    h.button({ label, key: `${kind}-${index}`, primary, waiting: kind === 'fix' && (asked === 'fix' || view.work !== null), onClick: about(kind) });
  const buttons = [
    ...(fix ? [button('fix', shorten(fix.label), true)] : []),
    ...(steps.length > 0 ? [button('copySteps', 'Copy steps')] : []),
    ...(script === null ? [] : [button('copyScript', 'Copy script'), button('runScript', 'Run in terminal…')]),
    ...(issue.reference === null ? [] : [button('openReference', 'Open documentation')]),
  ];
  return [
    ...(steps.length === 0 ? [] : [h('h4', {}, 'What to do'), h('ol', {}, ...steps.map((step) => h('li', {}, h.data(step))))]),
    ...(script === null ? [] : [h('h4', {}, 'Script'), h('pre', { class: 'script', tabindex: '0', role: 'region', 'aria-label': `Script of issue ${index + 1}` }, h.data(script))]),
    ...(buttons.length === 0 ? [] : [h('div', { class: 'actions' }, ...buttons)]),
  ];
}
