import type { Located, LocatedDocument, LocatedEntry } from '../../../document/located';
import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import { type RuleFinding, templateRule } from '../../rule';
import { type ConditionWorlds, conditionWorlds } from '../../view/condition-worlds';
import { declarationsOf } from '../../view/declarations';
import { type GuardedReference, guardedReferences } from '../../view/guarded-references';
import { nameSpan } from '../../view/reference-span';
import { referencesIn } from '../../view/references';

/** A role that attaches a policy which exists only with the other access type is the classic of these templates. */
export const conditionalReference = templateRule({
  id: 'template/conditional-reference',
  severity: 'warning',
  summary: 'What names a resource with a condition exists only where that resource does.',
  why: `A resource with a \`Condition\` is left out of the stack where the condition is false. Where something that is not
left out names it, the deployment fails with "Unresolved resource dependencies". Microsoft's published Terraform attaches
the policy that denies billing under the opposite of the condition under which it makes that policy. Give both the same
condition, or name the resource inside \`Fn::If\`.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
  checked: '2026-11-28',

  *check({ document }) {
    const { resources, isOpen } = declarationsOf(document);
    const conditional = new Map<string, string>();
    for (const [name, { value }] of resources) {
      const condition = conditionOf(value);
      if (condition !== undefined) conditional.set(name, condition);
    }
    if (isOpen || conditional.size === 0) return;
    let worlds: ConditionWorlds | undefined | null = null;
    for (const part of partsOf(document)) {
      for (const use of usesIn(part, conditional)) {
        if (worlds === null) worlds = conditionWorlds(document);
        if (worlds && canBeMissing(use, worlds)) yield finding(document, part, use);
      }
    }
  },
});

interface Part {
  readonly name: string;
  readonly condition: string | undefined;
  readonly content: Located;
}

/** Resources and outputs with what CloudFormation works out of them. */
function partsOf({ root }: LocatedDocument): readonly Part[] {
  const parts = (section: string, content: string): readonly Part[] =>
    entriesOf(valueAt(root, section)).flatMap(({ key, value }) => {
      const inner = entryOf(value, content)?.value;
      return inner ? [{ name: String(key.value), condition: conditionOf(value), content: inner }] : [];
    });
  return [...parts('Resources', 'Properties'), ...parts('Outputs', 'Value')];
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

/** True only where there is a case for sure; a condition that cannot be worked out proves nothing. */
function canBeMissing({ needs, given }: Use, worlds: ConditionWorlds): boolean {
  const needed = worlds(needs);
  const known = given.map(([name, holds]) => ({ answers: worlds(name), holds }));
  if (!needed || known.some(({ answers }) => !answers)) return false;
  return needed.some((exists, index) => !exists && known.every(({ answers, holds }) => answers?.[index] === holds));
}

const finding = (document: LocatedDocument, { name }: Part, { reference, needs }: Use): RuleFinding => ({
  span: nameSpan(document, reference),
  message: `${shown(reference.name)} exists only where condition ${shown(needs)} holds, and ${shown(name)} names it where it does not hold as well. Give ${shown(name)} that condition, or name it inside Fn::If.`,
});

function conditionOf(part: Located): string | undefined {
  const node = entryOf(part, 'Condition')?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

const entriesOf = (section: Located | undefined): readonly LocatedEntry[] => (section?.kind === 'map' ? section.entries : []);
