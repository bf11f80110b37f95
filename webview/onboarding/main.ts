import { next, startWizard, type WizardEvent } from '../../src/core/onboarding/wizard-state';
import type { OnboardingHostMessage } from '../../src/protocol/onboarding';
import { describeField, registerFormToolkit, registerToolkit } from '../toolkit';
import { openChannel } from './channel';
import type { PageState } from './page-state';
import { createView } from './view';

registerToolkit();
registerFormToolkit();

let state: PageState | undefined;

const view = createView(document, { apply, describe: describeField, wish: (message) => channel.send(message) });
const channel = openChannel(receive);

channel.send({ kind: 'ready' });

function receive(message: OnboardingHostMessage): void {
  switch (message.kind) {
    case 'start':
      channel.keep(message.state);
      state = { form: message.form, lookUps: message.lookUps, wizard: startWizard(message.draft), preview: undefined };
      view.show(state);
      return sendDraft(state);
    case 'preview':
      if (state) state = { ...state, preview: message.preview };
      return apply({ type: 'checked', revision: message.revision, problems: message.preview.problems });
    case 'found':
      return apply({ type: 'found', answers: message.answers, account: message.account });
  }
}

function apply(event: WizardEvent): void {
  if (!state) return;
  const before = state.wizard;
  state = { ...state, wizard: next(before, event) };
  view.show(state);
  if (event.type !== 'checked' || before.step !== state.wizard.step) sendDraft(state);
}

function sendDraft({ wizard }: PageState): void {
  const { before, answers, step, touched, tried, revision } = wizard;
  channel.send({ kind: 'draft', revision, draft: { before, answers, step, touched, tried } });
}
