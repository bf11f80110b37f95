import { difference } from '../../document/difference';
import type { EntryView } from './entry-view';

/** Something that is made of all entries of a template, and the entries that it was made of. */
export interface Made<P> {
  readonly entries: readonly EntryView[];
  readonly part: P;
}

/**
 * Makes a part of a view of what each entry gives to it, told by `gift`. Where an edit changes none of these, it is the part
 * from before: who keeps something about it need not look at it to know that it says the same.
 */
export const keptPart =
  <P>(gift: (entry: EntryView) => string, make: (entries: readonly EntryView[]) => P) =>
  (entries: readonly EntryView[], before: Made<P> | undefined): P =>
    before && givesTheSame(before.entries, entries, gift) ? before.part : make(entries);

function givesTheSame(before: readonly EntryView[], after: readonly EntryView[], gift: (entry: EntryView) => string): boolean {
  const { removed, added } = difference(before, after);
  return removed.length === added.length && removed.every((one, index) => gift(one) === giftOf(added[index], gift));
}

const giftOf = (entry: EntryView | undefined, gift: (entry: EntryView) => string): string => (entry ? gift(entry) : '');
