import type { EntryView } from './entry-view';
import { keptPart } from './kept-part';
import { referencesOf } from './template-references';

/** Names of parameters and resources that `Ref` and `Fn::Sub` of a template ask for. The same object as long as they are the same. */
export const usedNames = keptPart(
  (entry) => JSON.stringify(namesIn(entry)),
  (entries): ReadonlySet<string> => new Set(entries.flatMap(namesIn)),
);

const known = new WeakMap<EntryView, readonly string[]>();

function namesIn(entry: EntryView): readonly string[] {
  let names = known.get(entry);
  if (!names) {
    names = [...new Set(referencesOf(entry).flatMap(({ to, name }) => (to === 'value' ? [name] : [])))].sort();
    known.set(entry, names);
  }
  return names;
}
