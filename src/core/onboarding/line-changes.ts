export interface LineChanges {
  readonly added: number;
  readonly removed: number;
}

/** Lines that one text has and the other has not, however they are ordered. */
export function lineChanges(before: string, after: string): LineChanges {
  const counts = new Map<string, number>();
  for (const line of linesOf(before)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let added = 0;
  for (const line of linesOf(after)) {
    const left = counts.get(line) ?? 0;
    if (left > 0) counts.set(line, left - 1);
    else added += 1;
  }
  return { added, removed: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));
