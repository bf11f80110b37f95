import { answerAt } from '../../src/core/onboarding/answers';
import type { OnboardingForm } from '../../src/core/onboarding/form';
import { accountFound } from './account-found';
import { controlFor } from './control-for';
import { noteLine } from './note-line';
import type { Part, Tools } from './tools';

/** Which account is connected, and where the connector lives in Azure. */
export function accountStep(tools: Tools, form: OnboardingForm): Part {
  const { h } = tools;
  const fields = form.fields.filter(({ step }) => step === 'account');
  const controls = fields.map((field) => ({ id: field.id, part: controlFor(tools, field, form) }));
  const those = (of: (id: string) => boolean) => controls.filter(({ id }) => of(id)).map(({ part }) => part.element);
  const found = accountFound(tools);
  const members = h('div', {}, noteLine(h, form.notes.managementAccount));
  return {
    element: h(
      'div',
      {},
      h('p', { class: 'help' }, 'What is marked with * is required.'),
      h('h3', {}, 'AWS'),
      ...those((id) => id === 'name' || id === 'account.type' || id === 'account.id'),
      found.element,
      ...those((id) => id.startsWith('account.') && id !== 'account.type' && id !== 'account.id'),
      members,
      ...those((id) => id === 'regions' || id === 'scanIntervalHours'),
      noteLine(h, form.notes.scanInterval),
      h('h3', {}, 'Azure'),
      ...those((id) => id.startsWith('azure.')),
      noteLine(h, form.notes.nationalClouds),
    ),
    update: (state) => {
      controls.forEach(({ part }) => part.update(state));
      found.update(state);
      members.toggleAttribute('hidden', answerAt(state.wizard.answers, 'account.type') !== 'management');
    },
  };
}
