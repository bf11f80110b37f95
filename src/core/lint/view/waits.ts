import type { EntryView } from './entry-view';
import { keptPart } from './kept-part';
import { waitsFor } from './template-references';

/** By the name of each resource, what it names and so waits for. */
export type Waits = ReadonlyMap<string, readonly string[]>;

/** The same object as long as nobody waits for anybody else. */
export const waitsOf = keptPart(
  (entry) => (entry.section === 'Resources' ? JSON.stringify([entry.name, namesFor(entry)]) : ''),
  (entries): Waits => new Map(entries.filter(({ section }) => section === 'Resources').map((entry) => [entry.name, namesFor(entry)])),
);

const namesFor = ({ value }: EntryView): readonly string[] => [...new Set(waitsFor(value).map(({ name }) => name))];
