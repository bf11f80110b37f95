export interface Difference<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  /** How many are the same at the beginning, and how many at the end. */
  readonly start: number;
  readonly end: number;
}

/** What two lists do not share at their beginning and at their end. */
export function difference<T>(before: readonly T[], after: readonly T[]): Difference<T> {
  if (before === after) return { removed: [], added: [], start: after.length, end: 0 };
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end), start, end };
}

/** A list with others in place of what was removed: what is made of the entries of one list, for another. */
export function spliced<T>(list: readonly T[], { start, removed }: Pick<Difference<unknown>, 'start' | 'removed'>, added: readonly T[]): readonly T[] {
  const [one] = added;
  // What an edit inside of an entry does, and one copy instead of three.
  if (removed.length === 1 && added.length === 1 && one !== undefined) return list.with(start, one);
  return [...list.slice(0, start), ...added, ...list.slice(start + removed.length)];
}
