import type { OnboardingForm } from '../../src/core/onboarding/form';
import { stepIds, steps, type StepId } from '../../src/core/onboarding/steps';
import { shownProblems } from '../../src/core/onboarding/wizard-state';
import { elements } from '../elements';
import { accessStep } from './access-step';
import { accountStep } from './account-step';
import type { PageState } from './page-state';
import { plansStep } from './plans-step';
import { reviewStep } from './review-step';
import { sidePanel } from './side-panel';
import { stepBar } from './step-bar';
import type { Part, Tools } from './tools';

/** Draws the wizard. A step is made when it is entered and follows the state until it is left. */
export function createView(document: Document, host: Omit<Tools, 'h'>): { show(state: PageState): void } {
  const tools: Tools = { ...host, h: elements(document) };
  const page = document.getElementById('page');
  const status = document.getElementById('status');
  let frame: Frame | undefined;

  return {
    show: (state) => {
      if (!page || !status) return;
      if (frame?.form !== state.form) {
        frame = createFrame(tools, state);
        page.replaceChildren(frame.element);
        page.setAttribute('aria-busy', 'false');
      }
      frame.update(state);
      const words = spoken(state);
      if (status.textContent !== words) status.textContent = words;
    },
  };
}

interface Frame extends Part {
  readonly form: OnboardingForm;
}

function createFrame(tools: Tools, { form, wizard: { before } }: PageState): Frame {
  const { h } = tools;
  const bar = stepBar(tools);
  const panel = sidePanel(h);
  const heading = h('h2', { tabindex: '-1' });
  const body = h('div', { class: 'step' });
  const back = h.button({ label: 'Back', onClick: () => tools.apply({ type: 'back' }) });
  const forward = h.button({ label: 'Next', primary: true, onClick: () => tools.apply({ type: 'next' }) });
  const afresh = h.button({ label: 'Start over…', onClick: () => tools.wish({ kind: 'startOver' }) });
  const title = before === null ? 'Add AWS account' : 'Edit connector';
  let part: Part | undefined;
  let entered: StepId | undefined;
  let refusals = 0;

  const enter = (step: StepId) => {
    const first = entered === undefined;
    entered = step;
    part = makers[step](tools, form);
    heading.textContent = steps.find(({ id }) => id === step)?.title ?? '';
    body.replaceChildren(part.element);
    back.toggleAttribute('hidden', step === stepIds[0]);
    forward.toggleAttribute('hidden', step === stepIds.at(-1));
    if (!first) heading.focus();
  };

  return {
    form,
    element: h('div', {}, h('h1', {}, title), bar.element, h('div', { class: 'columns' }, h('div', { class: 'form' }, heading, body, h('div', { class: 'actions' }, back, forward, afresh)), panel.element)),
    update: (state) => {
      const { wizard } = state;
      if (entered !== wizard.step) enter(wizard.step);
      part?.update(state);
      bar.update(state);
      panel.update(state);
      if (wizard.refusals > refusals) focusFirstProblem(body);
      refusals = wizard.refusals;
    },
  };
}

const makers: Readonly<Record<StepId, (tools: Tools, form: OnboardingForm) => Part>> = {
  account: accountStep,
  plans: plansStep,
  access: accessStep,
  review: reviewStep,
};

/** After a Next that led nowhere. */
function focusFirstProblem(body: HTMLElement): void {
  const field = body.querySelector<HTMLElement>('[data-invalid]');
  field?.closest('details')?.setAttribute('open', '');
  field?.querySelector<HTMLElement>('vscode-text-field, vscode-text-area, vscode-checkbox, vscode-radio-group')?.focus();
}

function spoken({ wizard }: PageState): string {
  const wrong = shownProblems(wizard).filter(({ step, severity }) => step === wizard.step && severity === 'error').length;
  const title = steps.find(({ id }) => id === wizard.step)?.title ?? '';
  const errors = wrong === 1 ? '1 error' : `${wrong} errors`;
  return wrong === 0 ? `Step ${stepIds.indexOf(wizard.step) + 1} of ${steps.length}: ${title}` : `${title} has ${errors}.`;
}
