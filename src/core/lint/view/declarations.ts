import type { Located, LocatedDocument, LocatedEntry } from '../../document/located';
import { valueAt } from '../../document/value-at';

/** What a template declares, by name. */
export interface Declarations {
  readonly parameters: ReadonlyMap<string, LocatedEntry>;
  readonly resources: ReadonlyMap<string, LocatedEntry>;
  readonly conditions: ReadonlyMap<string, LocatedEntry>;
  readonly mappings: ReadonlyMap<string, LocatedEntry>;
}

const kept = new WeakMap<LocatedDocument, Declarations>();

export function declarationsOf(document: LocatedDocument): Declarations {
  const known = kept.get(document);
  if (known) return known;
  const { root } = document;
  const declared: Declarations = {
    parameters: byName(valueAt(root, 'Parameters')),
    resources: byName(valueAt(root, 'Resources')),
    conditions: byName(valueAt(root, 'Conditions')),
    mappings: byName(valueAt(root, 'Mappings')),
  };
  kept.set(document, declared);
  return declared;
}

const byName = (section: Located | undefined): ReadonlyMap<string, LocatedEntry> =>
  new Map(section?.kind === 'map' ? section.entries.map((entry) => [String(entry.key.value), entry]) : []);
