import type { Located, LocatedDocument, LocatedEntry } from '../../document/located';
import { entryOf } from '../../document/entry-of';
import { valueAt } from '../../document/value-at';
import { named, type Reference, referencesIn } from './references';

/** A reference with the resource that makes it, if one does. */
export interface PlacedReference extends Reference {
  readonly from: LocatedEntry | undefined;
}

/** Every reference of a template, in resources, conditions, rules and outputs. */
export function templateReferences({ root }: LocatedDocument): readonly PlacedReference[] {
  return [
    ...entriesOf(root, 'Resources').flatMap((resource) => resourceReferences(resource).map((reference) => ({ ...reference, from: resource }))),
    ...entriesOf(root, 'Conditions').flatMap(({ value }) => [...referencesIn(value), ...conditionsIn(value)].map(nowhere)),
    ...entriesOf(root, 'Rules').flatMap(({ value }) => referencesIn(value).map(nowhere)),
    ...entriesOf(root, 'Outputs').flatMap(({ value }) => [...referencesIn(value), ...conditionOf(value)].map(nowhere)),
  ];
}

function resourceReferences({ value }: LocatedEntry): readonly Reference[] {
  return [...conditionOf(value), ...dependsOn(value), ...referencesIn(value)];
}

/** What a resource waits for by its own word. */
export function dependsOn(resource: Located): readonly Reference[] {
  const node = entryOf(resource, 'DependsOn')?.value;
  const items = node?.kind === 'sequence' ? node.items : node ? [node] : [];
  return items.flatMap((item) => (item.kind === 'scalar' ? [...named('resource', item)] : []));
}

function conditionOf(part: Located): readonly Reference[] {
  const node = entryOf(part, 'Condition')?.value;
  return node?.kind === 'scalar' ? [...named('condition', node)] : [];
}

/** `{Condition: name}` inside `Fn::And` and its like. In policies the same key means another thing. */
function conditionsIn(node: Located): readonly Reference[] {
  if (node.kind === 'sequence') return node.items.flatMap(conditionsIn);
  if (node.kind !== 'map') return [];
  const alone = node.entries.length === 1 ? conditionOf(node) : [];
  return alone.length > 0 ? alone : node.entries.flatMap(({ value }) => conditionsIn(value));
}

function entriesOf(root: Located | undefined, section: string): readonly LocatedEntry[] {
  const node = valueAt(root, section);
  return node?.kind === 'map' ? node.entries : [];
}

const nowhere = (reference: Reference): PlacedReference => ({ ...reference, from: undefined });
