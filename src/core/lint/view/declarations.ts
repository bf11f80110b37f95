import type { Located, LocatedDocument, LocatedEntry } from '../../document/located';
import { valueAt } from '../../document/value-at';

/** What a template declares, by name. */
export interface Declarations {
  readonly parameters: ReadonlyMap<string, LocatedEntry>;
  readonly resources: ReadonlyMap<string, LocatedEntry>;
  readonly conditions: ReadonlyMap<string, LocatedEntry>;
  readonly mappings: ReadonlyMap<string, LocatedEntry>;
  /** True where a macro, an include or a module can bring in more than the file shows: nothing is missing for sure. */
  readonly isOpen: boolean;
}

const kept = new WeakMap<LocatedDocument, Declarations>();

export function declarationsOf(document: LocatedDocument): Declarations {
  const known = kept.get(document);
  if (known) return known;
  const { root, text } = document;
  const declared: Declarations = {
    parameters: byName(valueAt(root, 'Parameters')),
    resources: byName(valueAt(root, 'Resources')),
    conditions: byName(valueAt(root, 'Conditions')),
    mappings: byName(valueAt(root, 'Mappings')),
    isOpen: ['Transform', 'Modules'].some((section) => valueAt(root, section)) || openMarks.some((mark) => text.includes(mark)),
  };
  kept.set(document, declared);
  return declared;
}

/** Rain is a tool of AWS's that puts modules into templates. */
const openMarks = ['Fn::Transform', '!Transform', 'Rain::'];

const byName = (section: Located | undefined): ReadonlyMap<string, LocatedEntry> =>
  new Map(section?.kind === 'map' ? section.entries.map((entry) => [String(entry.key.value), entry]) : []);
