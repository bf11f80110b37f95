import { answerAt } from '../../src/core/onboarding/answers';
import type { Field } from '../../src/core/onboarding/form';
import { isOn, switchAnswer } from '../../src/core/onboarding/switch-answer';
import { fieldFrame } from './field-frame';
import type { PageState } from './page-state';
import type { Part, Tools } from './tools';

type Checkbox = HTMLElement & { checked: boolean };

/** A plan or a setting, on or off. */
export function switchControl(tools: Tools, field: Field): Part {
  const box = tools.h('vscode-checkbox', {}, field.label) as Checkbox;
  let state: PageState | undefined;
  box.addEventListener('change', () => {
    if (!state || box.checked === isOn(answerAt(state.wizard.answers, field.id))) return;
    tools.apply({ type: 'answered', field: field.id, value: switchAnswer(field, state.wizard.before, box.checked) });
  });
  return fieldFrame(tools, field, {
    input: box,
    content: [box],
    update: (now) => {
      state = now;
      box.checked = isOn(answerAt(now.wizard.answers, field.id));
    },
  });
}
