import { answerAt, type Answers } from './answers';
import type { FieldDefinition } from './fields';
import { isOn } from './switch-answer';

/** True while the field has a place in the file: its plan, its setting or its kind of account is chosen. */
export function isAsked({ when }: Pick<FieldDefinition, 'when'>, answers: Answers): boolean {
  if (when === null) return true;
  const value = answerAt(answers, when.field);
  if (when.is.length === 0) return isOn(value);
  return when.is.includes(String(value ?? unsaid[when.field]));
}

/** What a file means that is silent about a field on whose value others depend. */
const unsaid: Readonly<Record<string, string>> = { 'account.type': 'single', 'deployment.method': 'cloudFormation' };
