import type { Json } from '../model/json';
import { answerAt, type Answers } from './answers';
import type { FieldDefinition } from './fields';
import { planDefaults, planIds } from './plan-defaults';

/** The value that switches a plan or a setting. What the file said before comes back; what it does not mention is off. */
export function switchAnswer({ id, kind }: Pick<FieldDefinition, 'id' | 'kind'>, before: Answers | null, on: boolean): Json | undefined {
  const old = before === null ? undefined : answerAt(before, id);
  if (!on) return kind === 'switch' && old === false ? false : undefined;
  if (old !== undefined && old !== false) return old;
  const plan = planIds.find((each) => kind === 'plan' && id === `plans.${each}`);
  return plan ? planDefaults[plan] : true;
}

export const isOn = (value: Json | undefined): boolean => value !== undefined && value !== false && value !== null;
