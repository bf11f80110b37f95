import { answerAt, type Answers } from './answers';
import { textOfAnswer } from './field-text';
import type { FieldDefinition } from './fields';
import { isOn } from './switch-answer';

/** An answer in the words of the form; undefined where the file is silent. */
export function answerWords(field: Pick<FieldDefinition, 'id' | 'kind' | 'choices'>, answers: Answers): string | undefined {
  const value = answerAt(answers, field.id);
  if (value === undefined) return undefined;
  if (field.kind === 'switch' || field.kind === 'plan') return isOn(value) ? 'on' : 'off';
  if (field.kind === 'regions' && value === 'all') return 'all regions';
  return field.choices.find((each) => each.value === value)?.label ?? textOfAnswer(field, value);
}
