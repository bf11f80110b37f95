import type { EntrySection, EntryView } from './entry-view';
import { keptPart } from './kept-part';

/** Names that a template declares. */
export interface Names {
  readonly parameters: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly mappings: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
  /** With their types; empty where one has none. */
  readonly resources: ReadonlyMap<string, string>;
}

/** The same object as long as the names are the same. */
export const namesOf = keptPart(
  ({ section, name, resource }) => JSON.stringify([section, name, resource?.type]),
  (entries): Names => {
    const named = (wanted: EntrySection): readonly EntryView[] => entries.filter(({ section }) => section === wanted);
    const set = (section: EntrySection): ReadonlySet<string> => new Set(named(section).map(({ name }) => name));
    return {
      parameters: set('Parameters'),
      conditions: set('Conditions'),
      mappings: set('Mappings'),
      outputs: set('Outputs'),
      resources: new Map(named('Resources').map(({ name, resource }) => [name, resource?.type ?? ''])),
    };
  },
);
