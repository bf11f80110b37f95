import { actionWords } from '../../src/core/diagnose/action-words';
import type { Problem } from '../../src/core/model/problem';
import type { DeploymentPageMessage, DeploymentView } from '../../src/protocol/deployment';
import { elements, shorten, type Elements } from '../elements';
import { problemBox } from '../problem-box';
import { outcomeSection } from './outcome-section';
import { preflightSection } from './preflight-section';
import { previewSection } from './preview-section';
import { runningSection, type RunningSection } from './running-section';
import type { Acknowledge } from './escalation-list';
import type { PageState } from './state';
import { spokenStatus } from './spoken-status';
import { targetList } from './target-list';

export type Wish = (message: DeploymentPageMessage) => void;

/** Draws a state into the page. A running deployment is updated in place, so that reading and focus are not disturbed. */
export function createView(document: Document, wish: Wish, acknowledge: Acknowledge = () => undefined): { show(state: PageState): void } {
  const h = elements(document);
  const page = document.getElementById('page');
  const status = document.getElementById('status');
  let running: RunningSection | undefined;
  let shownPhase: DeploymentView['phase'] | undefined;
  let shown: PageState | undefined;

  const redraw = (into: HTMLElement, state: PageState, view: DeploymentView) => {
    const takesFocus = shownPhase !== undefined && shownPhase !== view.phase && into.contains(document.activeElement);
    running = view.phase === 'running' ? runningSection(h, wish) : undefined;
    shownPhase = view.phase;
    into.replaceChildren(title(h, view), ...sections(h, { state, view, running, wish, acknowledge }));
    into.setAttribute('aria-busy', String(view.phase === 'preparing'));
    if (takesFocus) into.querySelector('h1')?.focus();
  };

  return {
    show: (state) => {
      const { view } = state;
      if (!view || !page || !status || onlyTicked(shown, state)) return;
      shown = state;
      status.textContent = shorten(spokenStatus(state));
      if (view.phase !== 'running' || !running) redraw(page, state, view);
      if (view.phase === 'running') running?.update(view, state.asked === 'cancel');
    },
  };
}

/** The focus goes here when the button that had it is gone. */
const title = (h: Elements, view: DeploymentView) => h('h1', { tabindex: '-1' }, isDeletion(view) ? 'Deletion of the stack of ' : 'Deployment of ', h.data(view.connector));

const isDeletion = (view: DeploymentView) => (view.phase === 'running' || view.phase === 'done') && view.operation.kind === 'delete';

interface Drawing {
  readonly state: PageState;
  readonly view: DeploymentView;
  readonly running: RunningSection | undefined;
  readonly wish: Wish;
  readonly acknowledge: Acknowledge;
}

/** A box that was ticked has changed the page already; drawn anew, it would lose the focus. */
const onlyTicked = (one: PageState | undefined, other: PageState): boolean =>
  one !== undefined && one.view === other.view && one.asked === other.asked && one.copied === other.copied;

function sections(h: Elements, { state, view, running, wish, acknowledge }: Drawing): readonly HTMLElement[] {
  switch (view.phase) {
    case 'preparing':
      return [
        h('p', {}, h.data(view.step), ' Profile: ', h.data(view.profile), '.'),
        h('progress', { 'aria-label': 'Preview is being made' }),
        ...preflightSection(h, view.checks, { asked: 'previewAgain', wish }),
        actions(h, [h.button({ label: 'Cancel', waiting: state.asked === 'cancel', onClick: () => wish({ kind: 'cancel' }) })]),
      ];
    case 'preview':
      return [targetList(h, view.preview.target, view.preview.stackStatus), ...previewSection(h, view.preview, { asked: state.asked, wish, acknowledged: state.acknowledged, acknowledge })];
    case 'running':
      return [targetList(h, view.operation.target), ...(running ? [running.element] : [])];
    case 'done':
      return [targetList(h, view.operation.target, view.outcome.stackStatus), ...outcomeSection(h, view, { copied: state.copied, wish })];
    case 'refused':
      return [...refused(h, view, wish), ...preflightSection(h, view.checks, { asked: state.asked, wish })];
    case 'stale':
      return [h('p', {}, h.data(view.reason)), actions(h, [again(h, wish), openFile(h, wish)])];
  }
}

function refused(h: Elements, { problem, profile }: Extract<DeploymentView, { phase: 'refused' }>, wish: Wish): readonly HTMLElement[] {
  const wrongAccount = problem.code === 'wrongAccount';
  const aboutProfile = wrongAccount || problem.code === 'credentials';
  const expired = problem.code === 'credentials';
  const other = otherProfile(h, wish, aboutProfile && !expired);
  const repeat = again(h, wish, !aboutProfile && problem.remedy === undefined);
  const signIn = expired ? [h.button({ label: 'Sign in…', primary: true, onClick: () => wish({ kind: 'signIn' }) })] : [];
  return [
    problemBox(h, problem, {
      title: wrongAccount ? 'Stopped: the profile belongs to another account' : 'Stopped',
      speaker: 'AWS',
      more: [h('p', { class: 'quiet' }, 'Profile: ', h.data(profile))],
    }),
    actions(h, [...signIn, ...remedy(h, problem, wish), ...(aboutProfile ? [other, repeat] : [repeat, other]), openFile(h, wish)]),
  ];
}

function remedy(h: Elements, { remedy: action }: Problem, wish: Wish): readonly HTMLElement[] {
  return action === undefined ? [] : [h.button({ label: `${actionWords[action].label}…`, primary: true, onClick: () => wish({ kind: 'act', action }) })];
}

const again = (h: Elements, wish: Wish, primary = true) =>
  h.button({ label: 'Preview again', primary, onClick: () => wish({ kind: 'previewAgain' }) });

const otherProfile = (h: Elements, wish: Wish, primary: boolean) =>
  h.button({ label: 'Choose another profile', primary, onClick: () => wish({ kind: 'chooseProfile' }) });

const openFile = (h: Elements, wish: Wish) => h.button({ label: 'Open connector file', onClick: () => wish({ kind: 'openConnector' }) });

const actions = (h: Elements, buttons: readonly HTMLElement[]) => h('div', { class: 'actions' }, ...buttons);
