import { answerAt, type Answers } from './answers';
import type { FieldDefinition } from './fields';

/** True while the field has a place in the file: its plan, its setting or its kind of account is chosen. */
export function isAsked({ when }: Pick<FieldDefinition, 'when'>, answers: Answers): boolean {
  if (when === null) return true;
  const value = answerAt(answers, when.field);
  if (when.is.length === 0) return value !== undefined && value !== false && value !== null;
  return typeof value === 'string' && when.is.includes(value);
}
