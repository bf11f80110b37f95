/** The one stretch in which two texts differ, so that an edit leaves the rest of a document alone. */
export interface ChangedPart {
  readonly start: number;
  /** Where the stretch ends in the old text. */
  readonly end: number;
  readonly newText: string;
}

export function changedPart(before: string, after: string): ChangedPart {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = before.length;
  let newEnd = after.length;
  while (end > start && newEnd > start && before[end - 1] === after[newEnd - 1]) {
    end -= 1;
    newEnd -= 1;
  }
  return { start, end, newText: after.slice(start, newEnd) };
}
