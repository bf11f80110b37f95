import { type Difference, difference, spliced } from '../../document/difference';
import type { EntryView } from './entry-view';

/** The list before where it holds the same: what was made of it, an index for example, then serves again. */
export const keptList = <V>(list: readonly V[], before: readonly V[] | undefined): readonly V[] =>
  before?.length === list.length && before.every((one, index) => one === list[index]) ? before : list;

/** What some of the entries of a template give, one each, in their order. */
type Giving = <V>(give: (entry: EntryView) => V | undefined, before: readonly V[] | undefined) => readonly V[];

/** Goes on from the lists before an edit, and looks at no entry that the edit did not touch. */
export function giving(entries: readonly EntryView[], old: readonly EntryView[] | undefined): Giving {
  const changed = old && difference(old, entries);
  return (give, before) => {
    const spliced = changed && before && splicedList(before, changed, give);
    return spliced ?? keptList(gifts(entries, give), before);
  };
}

/** Undefined where it cannot be told where the changed entries stand in the list. */
function splicedList<V>(before: readonly V[], { removed, added }: Difference<EntryView>, give: (entry: EntryView) => V | undefined): readonly V[] | undefined {
  const gone = gifts(removed, give);
  const come = gifts(added, give);
  if (gone.length === come.length && gone.every((one, index) => one === come[index])) return before;
  const at = gone.length > 0 ? before.indexOf(gone[0] as V) : -1;
  if (at < 0 || gone.some((one, index) => before[at + index] !== one)) return undefined;
  return spliced(before, { start: at, removed: gone }, come);
}

const gifts = <V>(entries: readonly EntryView[], give: (entry: EntryView) => V | undefined): readonly V[] => entries.flatMap((entry) => give(entry) ?? []);
