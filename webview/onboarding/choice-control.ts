import { answerAt } from '../../src/core/onboarding/answers';
import type { Json } from '../../src/core/model/json';
import type { Field } from '../../src/core/onboarding/form';
import { fieldFrame } from './field-frame';
import type { Part, Tools } from './tools';

/** An empty value would leave its radio unmarked. */
const keyOf = (value: Json | undefined): string => String(value ?? 'none');

type RadioGroup = HTMLElement & { value: string };

/** One of a few values, all of them in sight. */
export function choiceControl(tools: Tools, field: Field): Part {
  const { h } = tools;
  const labelId = `label-${field.id.replaceAll('.', '-')}`;
  const radios = field.choices.map(({ value, label }) => h('vscode-radio', { value: keyOf(value) }, label));
  const group = h(
    'vscode-radio-group',
    { orientation: 'horizontal', name: field.id, 'aria-labelledby': labelId },
    h('span', { slot: 'label', id: labelId }, field.label),
    ...radios,
  ) as RadioGroup;
  let shown: string | undefined;
  group.addEventListener('change', () => {
    const chosen = field.choices.find(({ value }) => keyOf(value) === group.value);
    if (!chosen || group.value === shown) return;
    shown = group.value;
    tools.apply({ type: 'answered', field: field.id, value: chosen.value ?? undefined });
  });
  return fieldFrame(tools, field, {
    input: group,
    content: [group],
    update: ({ wizard }) => {
      const value = keyOf(answerAt(wizard.answers, field.id) ?? field.fallback);
      if (value === shown) return;
      shown = value;
      group.value = value;
    },
  });
}
