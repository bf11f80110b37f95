import type { Answers } from './answers';
import type { Field } from './form';
import { isAsked } from './is-asked';
import type { StepId } from './steps';

/** The form as a list: one question at a time, for whoever answers by the keyboard alone. */
export interface Question {
  readonly id: string;
  readonly step: StepId;
  readonly kind: 'text' | 'choice' | 'regions' | 'switches' | 'names';
  readonly title: string;
  /** One field, or all those that are switched together. */
  readonly fields: readonly [Field, ...Field[]];
}

/** Every question that the answers leave open, in order. `made` are the roles that the plans make; others need no name. */
export function questions(fields: readonly Field[], answers: Answers, made: ReadonlySet<string>): readonly Question[] {
  const asked = fields.filter((field) => isAsked(field, answers) && (!isRoleName(field) || made.has(field.id.slice(rolePrefix.length))));
  const groups = new Map<string, [Field, ...Field[]]>();
  for (const field of asked) {
    const group = groups.get(groupOf(field));
    if (group) group.push(field);
    else groups.set(groupOf(field), [field]);
  }
  return [...groups.values()].map((group) => toQuestion(group, fields));
}

/** True when the problem is told at this question. */
export const asks = ({ fields }: Question, field: string | null): boolean => fields.some(({ id }) => id === field);

const rolePrefix = 'roles.';
const isRoleName = ({ id }: Field): boolean => id.startsWith(rolePrefix);

/** Switches that stand beside each other are answered together, and so are the names of roles. */
function groupOf(field: Field): string {
  if (isRoleName(field)) return 'roles';
  if (field.kind === 'plan') return 'plans';
  return field.kind === 'switch' ? `on:${field.when?.field ?? ''}` : field.id;
}

function toQuestion(group: readonly [Field, ...Field[]], all: readonly Field[]): Question {
  const [first] = group;
  const { step } = first;
  if (isRoleName(first)) return { id: 'roles', step, kind: 'names', title: 'Role names', fields: group };
  if (first.kind === 'plan') return { id: 'plans', step, kind: 'switches', title: 'Plans', fields: group };
  const parent = all.find(({ id }) => id === first.when?.field);
  const title = parent && parent.step === 'plans' ? `${parent.label}: ${first.label}` : first.label;
  if (first.kind === 'switch') return { id: groupOf(first), step, kind: 'switches', title: parent?.label ?? first.label, fields: group };
  if (first.kind === 'choice' || first.kind === 'regions') return { id: first.id, step, kind: first.kind, title, fields: group };
  return { id: first.id, step, kind: 'text', title, fields: group };
}
