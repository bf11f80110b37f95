import type { ConnectorHealth } from '../../src/core/model/health';
import type { HealthConnector, HealthPageMessage, HealthView } from '../../src/protocol/health';
import { drawnAnew } from '../drawn-anew';
import { elements, shorten, type Elements } from '../elements';
import { problemBox } from '../problem-box';
import { gapsSection } from './gaps-section';
import { issueSection } from './issue-section';
import { sourcesTable } from './sources-table';
import type { PageState } from './state';
import { stateTag } from './state-tag';
import { toolbar } from './toolbar';
import { workSection } from './work-section';

export type Wish = (message: HealthPageMessage) => void;

/** Draws a state into the page. While something runs only its progress moves: reading and focus are not disturbed. */
export function createView(document: Document, wish: Wish): { show(state: PageState): void } {
  const h = elements(document);
  const page = document.getElementById('page');
  const status = document.getElementById('status');

  return {
    show: (state) => {
      const { view, asked, copied } = state;
      if (!view || !page || !status) return;
      status.textContent = copied ?? spoken(view);
      drawnAnew(page, () => page.replaceChildren(...sections(h, view, { asked, wish })));
      page.setAttribute('aria-busy', String(view.work !== null));
    },
  };
}

const spoken = ({ connector, health, work, problem }: HealthView): string => {
  if (work) return shorten(`${work.step}${work.total > 0 ? `, ${work.done} of ${work.total}` : ''}.`);
  if (problem) return shorten(problem.message);
  const issues = health.issues.length === 1 ? '1 issue' : `${health.issues.length} issues`;
  return shorten(`${connector.name} is ${health.state}, ${issues}.`);
};

interface Drawing {
  readonly asked: PageState['asked'];
  readonly wish: Wish;
}

function sections(h: Elements, view: HealthView, { asked, wish }: Drawing): readonly HTMLElement[] {
  const { connector, health, work, problem } = view;
  return [
    h('h1', { tabindex: '-1' }, 'Health of ', h.data(connector.name)),
    facts(h, connector),
    verdict(h, health),
    toolbar(h, view, { asked, wish }),
    ...(work ? [workSection(h, work, { asked, wish })] : []),
    ...(problem ? [problemBox(h, problem, { title: 'What went wrong', speaker: 'the service' })] : []),
    h('h2', { id: 'issues' }, issuesTitle(health.issues.length)),
    ...(health.issues.length === 0 ? [h('p', {}, noIssues(health))] : health.issues.map((issue, index) => issueSection(h, { view, issue, index, asked, wish }))),
    ...gapsSection(h, health.gaps),
    h('h2', {}, 'Who says what'),
    ...(health.disagreement === null ? [] : [h('p', { class: 'box warning' }, h.data(health.disagreement))]),
    sourcesTable(h, health.sources),
  ];
}

const issuesTitle = (count: number): string => (count === 0 ? 'Issues' : `Issues: ${count}`);

const noIssues = ({ state }: ConnectorHealth): string =>
  state === 'unknown' ? 'Nobody has looked for issues yet. Verify the connector in AWS, or read what Defender for Cloud says.' : 'None were found.';

function facts(h: Elements, { accountId, accountType, place }: HealthConnector): HTMLElement {
  const type = accountType === 'management' ? ' (management account)' : '';
  const rows: readonly (readonly [string, string])[] = [
    ...(accountId === null ? [] : [['AWS account', `${accountId}${type}`] as const]),
    ...(place === null ? [] : [['In Azure', place] as const]),
  ];
  return h('dl', { class: 'target' }, ...rows.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, h.data(value)))));
}

const tones = { healthy: 'success', degraded: 'warning', unhealthy: 'error', unknown: 'plain' } as const;

const verdict = (h: Elements, { state, summary }: ConnectorHealth): HTMLElement =>
  h('section', { class: `box ${tones[state]}`, 'aria-label': 'Health' }, h('p', { class: 'state' }, stateTag(h, state)), h('p', {}, h.data(summary)));
