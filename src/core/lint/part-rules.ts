import { once } from './once';
import type { EntryRule, ResourceRule } from './rule';
import { rules } from './rules';
import type { EntryView } from './view/entry-view';

/** A rule that looks at one entry of a template at a time. */
export type PartRule = EntryRule | ResourceRule;

export const partRules: readonly PartRule[] = rules.filter((rule) => rule.kind === 'entry' || rule.kind === 'resource');

/** The rules that look at an entry. */
export const partRulesFor = (entry: EntryView): readonly PartRule[] => {
  const { section, resource } = entry;
  return resource ? rulesOfType(resource.type) : rulesOfSection(section);
};

const rulesOfSection = once((section: EntryView['section']): readonly EntryRule[] =>
  rules.filter((rule) => rule.kind === 'entry').filter(({ sections }) => sections.includes(section)),
);

/** A file can have as many types as resources. */
const rulesOfType = (type: string): readonly PartRule[] => (knownTypes().has(type) ? rulesOfKnownType(type) : rulesOfKnownType(''));

const rulesOfKnownType = once((type: string): readonly PartRule[] => [
  ...rulesOfSection('Resources'),
  ...rules.filter((rule) => rule.kind === 'resource').filter(({ types }) => types?.includes(type) ?? true),
]);

let known: ReadonlySet<string> | undefined;

const knownTypes = (): ReadonlySet<string> => (known ??= new Set(rules.flatMap((rule) => (rule.kind === 'resource' ? (rule.types ?? []) : []))));
