import { answerAt, type Answers } from './answers';
import type { FieldDefinition } from './fields';
import { isOn } from './switch-answer';

/** True while the field has a place in the file: its plan, its setting or its kind of account is chosen. */
export function isAsked({ when }: Pick<FieldDefinition, 'when'>, answers: Answers): boolean {
  if (when === null) return true;
  const value = answerAt(answers, when.field);
  if (when.is.length === 0) return isOn(value);
  // Only the type of account is asked for by its value, and a file that is silent about it means a single one.
  return when.is.includes(String(value ?? 'single'));
}
