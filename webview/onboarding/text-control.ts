import { answerAt } from '../../src/core/onboarding/answers';
import { answerFromText, textOfAnswer } from '../../src/core/onboarding/field-text';
import type { Field } from '../../src/core/onboarding/form';
import { fieldFrame } from './field-frame';
import type { Part, Tools } from './tools';

type TextInput = HTMLElement & { value: string };

/** A line of text, or lines of account ids, up to what a message carries. What is typed stays as it is until the field is left. */
export function textControl(tools: Tools, field: Field): Part {
  const tag = field.kind === 'accounts' ? 'vscode-text-area' : 'vscode-text-field';
  const required = field.missing === null ? '' : ' *';
  const placeholder = field.placeholder || String(field.fallback ?? '');
  const input = tools.h(tag, { class: 'wide', placeholder, ...(tag === 'vscode-text-area' ? { rows: '3', maxlength: '200000' } : { maxlength: '20000' }) }, `${field.label}${required}`) as TextInput;
  let typing = false;
  input.addEventListener('input', () => {
    typing = true;
    tools.apply({ type: 'answered', field: field.id, value: answerFromText(field, input.value) });
  });
  input.addEventListener('focusout', () => (typing = false));
  return fieldFrame(tools, field, {
    input,
    content: [input],
    update: ({ wizard }) => {
      if (!typing) input.value = textOfAnswer(field, answerAt(wizard.answers, field.id));
    },
  });
}
