import type { Located, LocatedDocument } from '../../../document/located';
import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import { entryRule, type RuleFinding } from '../../rule';
import { type ConditionWorlds, conditionWorlds } from '../../view/condition-worlds';
import { conditionOf } from '../../view/conditional';
import type { EntryView } from '../../view/entry-view';
import { type GuardedReference, guardedReferences } from '../../view/guarded-references';
import { nameSpan } from '../../view/reference-span';
import { referencesIn } from '../../view/references';

/** A role that attaches a policy which exists only with the other access type is the classic of these templates. */
export const conditionalReference = entryRule({
  id: 'template/conditional-reference',
  severity: 'warning',
  summary: 'What names a resource with a condition exists only where that resource does.',
  why: `A resource with a \`Condition\` is left out of the stack where the condition is false. Where something that is not
left out names it, the deployment fails with "Unresolved resource dependencies". Microsoft's published Terraform attaches
the policy that denies billing under the opposite of the condition under which it makes that policy. Give both the same
condition, or name the resource inside \`Fn::If\`.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
  checked: '2026-11-28',

  sections: ['Resources', 'Outputs'],
  reads: ['document', 'isOpen', 'conditional', 'conditions', 'parameters'],

  *check(entry, { document, isOpen, conditional }) {
    if (isOpen || conditional.size === 0) return;
    const part = partOf(entry);
    for (const use of part ? usesIn(part, conditional) : []) {
      const worlds = worldsOf(document);
      if (worlds && canBeMissing(use, worlds)) yield finding(document, entry.name, use);
    }
  },
});

interface Part {
  readonly name: string;
  readonly condition: string | undefined;
  readonly content: Located;
}

/** A resource or an output with what CloudFormation works out of it. */
function partOf({ section, name, value }: EntryView): Part | undefined {
  const content = entryOf(value, section === 'Resources' ? 'Properties' : 'Value')?.value;
  return content && { name, condition: conditionOf(value), content };
}

const known = new WeakMap<LocatedDocument, { readonly worlds: ConditionWorlds | undefined }>();

/** Worked out once for all that ask. */
function worldsOf(document: LocatedDocument): ConditionWorlds | undefined {
  const found = known.get(document) ?? { worlds: conditionWorlds(document) };
  known.set(document, found);
  return found.worlds;
}

interface Use extends GuardedReference {
  /** Condition of the resource that is named. */
  readonly needs: string;
}

function* usesIn({ content, condition }: Part, conditional: ReadonlyMap<string, string>): Iterable<Use> {
  if (!referencesIn(content).some(({ name }) => conditional.has(name))) return;
  for (const { reference, given } of guardedReferences(content, condition === undefined ? [] : [[condition, true]])) {
    const needs = conditional.get(reference.name);
    if (needs === undefined || given.some(([name, holds]) => holds && name === needs)) continue;
    yield { reference, needs, given };
  }
}

/** True only where there is such a case for sure, wherever the template is deployed; a condition that cannot be worked out proves nothing. */
function canBeMissing({ needs, given }: Use, { answers, places }: ConditionWorlds): boolean {
  const needed = answers(needs);
  const known = given.map(([name, holds]) => ({ answers: answers(name), holds }));
  if (!needed || known.some((one) => !one.answers)) return false;
  const missing = new Set(places.filter((_, index) => !needed[index] && known.every((one) => one.answers?.[index] === one.holds)));
  return missing.size > 0 && places.every((place) => missing.has(place));
}

const finding = (document: LocatedDocument, name: string, { reference, needs }: Use): RuleFinding => ({
  span: nameSpan(document, reference),
  message: `${shown(reference.name)} exists only where condition ${shown(needs)} holds, and ${shown(name)} names it where it does not hold as well. Give ${shown(name)} that condition, or name it inside Fn::If.`,
});
