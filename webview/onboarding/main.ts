import { next, startWizard, type WizardEvent } from '../../src/core/onboarding/wizard-state';
import type { OnboardingHostMessage, OnboardingPageMessage, OnboardingPageState } from '../../src/protocol/onboarding';
import { isOnboardingHostMessage } from '../../src/protocol/onboarding-shapes';
import { openChannel } from '../channel';
import { describeField, registerFormToolkit, registerToolkit } from '../toolkit';
import { asChecked, drawFile } from './drawn-file';
import type { PageState } from './page-state';
import { createView } from './view';

registerToolkit();
registerFormToolkit();

let state: PageState | undefined;

const view = createView(document, { apply, describe: describeField, wish: (message) => channel.send(message) });
const channel = openChannel<OnboardingHostMessage, OnboardingPageMessage, OnboardingPageState>(isOnboardingHostMessage, receive);

channel.send({ kind: 'ready' });

function receive(message: OnboardingHostMessage): void {
  switch (message.kind) {
    case 'start':
      return begin(message);
    case 'preview':
      return take(message);
    case 'found':
      return apply({ type: 'found', answers: message.answers, account: message.account });
  }
}

function begin({ form, file, draft, lookUps, state: kept }: Extract<OnboardingHostMessage, { kind: 'start' }>): void {
  channel.keep(kept);
  const wizard = startWizard(draft);
  state = { form, lookUps, wizard, file: drawFile(file, wizard, { name: '', text: '' }), preview: undefined };
  view.show(state);
  sendDraft(state);
}

function take({ revision, preview }: Extract<OnboardingHostMessage, { kind: 'preview' }>): void {
  if (!state) return;
  const isPresent = revision === state.wizard.revision;
  state = { ...state, preview, file: isPresent || state.file.from === undefined ? asChecked(state.file, preview) : state.file };
  apply({ type: 'checked', revision, problems: preview.problems });
}

function apply(event: WizardEvent): void {
  if (!state) return;
  const before = state.wizard;
  const wizard = next(before, event);
  state = { ...state, wizard, file: wizard.answers === before.answers ? state.file : drawFile(state.file.from, wizard, state.file) };
  view.show(state);
  if (event.type !== 'checked' || before.step !== state.wizard.step) sendDraft(state);
}

function sendDraft({ wizard }: PageState): void {
  const { before, answers, step, touched, tried, revision } = wizard;
  channel.send({ kind: 'draft', revision, draft: { before, answers, step, touched, tried } });
}
