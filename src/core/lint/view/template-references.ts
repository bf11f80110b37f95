import type { Located, LocatedDocument } from '../../document/located';
import { entryOf } from '../../document/entry-of';
import { type EntrySection, type EntryView, entryViews } from './entry-view';
import { pseudoParameters } from './pseudo-parameters';
import { named, type Reference, referencesIn } from './references';

const kept = new WeakMap<LocatedDocument, readonly Reference[]>();

/**
 * Every reference of a template to something that it has to declare: of resources, conditions, rules and outputs.
 * What stands in a part that was kept is not looked for again.
 */
export function templateReferences(document: LocatedDocument): readonly Reference[] {
  const known = kept.get(document);
  if (known) return known;
  const found = referring.flatMap((section) => entryViews(document.root, section)).flatMap(referencesOf);
  kept.set(document, found);
  return found;
}

const referring = ['Resources', 'Conditions', 'Rules', 'Outputs'] as const;

const keptOfEntries = new WeakMap<EntryView, readonly Reference[]>();

/** What one entry names. */
export function referencesOf(entry: EntryView): readonly Reference[] {
  let found = keptOfEntries.get(entry);
  if (!found) {
    const more = beyondValues[entry.section]?.(entry.value);
    found = more ? [...more, ...declared(inParts(entry.value))] : [];
    keptOfEntries.set(entry, found);
  }
  return found;
}

/** By the parts of an entry, which others ask for by themselves. */
const inParts = (value: Located): readonly Reference[] =>
  value.kind === 'map' && value.entries.length > 1 ? value.entries.flatMap((part) => referencesIn(part.value)) : referencesIn(value);

/** What sections name in ways of their own. Parameters and mappings name nothing. */
const beyondValues: Partial<Readonly<Record<EntrySection, (value: Located) => readonly Reference[]>>> = {
  Resources: (value) => [...conditionOf(value), ...dependsOn(value)],
  Conditions: conditionsIn,
  Rules: () => [],
  Outputs: conditionOf,
};

const declared = (references: readonly Reference[]): readonly Reference[] => references.filter(({ name }) => !name.startsWith('AWS::') || !pseudoParameters.includes(name));

const keptWaits = new WeakMap<Located, readonly Reference[]>();

/** What has to exist before a resource does: what it waits for by its own word, and what its properties name. */
export function waitsFor(resource: Located): readonly Reference[] {
  let found = keptWaits.get(resource);
  if (!found) {
    const properties = entryOf(resource, 'Properties')?.value;
    const named = [...dependsOn(resource), ...declared(properties ? referencesIn(properties) : [])];
    found = named.filter(({ to }) => to === 'value' || to === 'resource');
    keptWaits.set(resource, found);
  }
  return found;
}

function dependsOn(resource: Located): readonly Reference[] {
  const node = entryOf(resource, 'DependsOn')?.value;
  const items = node?.kind === 'sequence' ? node.items : node ? [node] : [];
  return items.flatMap((item) => (item.kind === 'scalar' ? one('resource', item) : []));
}

function conditionOf(part: Located): readonly Reference[] {
  const node = entryOf(part, 'Condition')?.value;
  return node?.kind === 'scalar' ? one('condition', node) : [];
}

function one(to: Reference['to'], node: Located): readonly Reference[] {
  const found: Reference[] = [];
  named(to, node, found);
  return found;
}

/** `{Condition: name}` inside `Fn::And` and its like. In policies the same key means another thing. */
function conditionsIn(node: Located): readonly Reference[] {
  if (node.kind === 'sequence') return node.items.flatMap(conditionsIn);
  if (node.kind !== 'map') return [];
  const alone = node.entries.length === 1 ? conditionOf(node) : [];
  return alone.length > 0 ? alone : node.entries.flatMap(({ value }) => conditionsIn(value));
}
