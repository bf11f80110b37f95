/** A line of a difference as it is shown; `gap` stands for lines that are the same and left out. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
}

/** What changes in a text, line by line, with a little of what stands around it. At most `most` lines. */
export function lineDiff(before: string, after: string, most = 200): readonly DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const same = (lines: readonly string[]) => lines.map((text): DiffLine => ({ kind: 'same', text }));
  const all = [
    ...same(old.slice(0, start)),
    ...changes(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...same(old.slice(old.length - end)),
  ];
  const shown = folded(all);
  return shown.length <= most ? shown : [...shown.slice(0, most), { kind: 'gap', text: `${shown.length - most} more lines` }];
}

const around = 2;

/** More than this is told as taken out and put in as a whole. */
const mostPairs = 250_000;

function changes(old: readonly string[], now: readonly string[]): readonly DiffLine[] {
  if (old.length * now.length > mostPairs) return [...of('removed', old), ...of('added', now)];
  const lengths = commonLengths(old, now);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      lines.push({ kind: 'same', text: old[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (at(lengths, i + 1, j) >= at(lengths, i, j + 1)) lines.push({ kind: 'removed', text: old[i++] ?? '' });
    else lines.push({ kind: 'added', text: now[j++] ?? '' });
  }
  return [...lines, ...of('removed', old.slice(i)), ...of('added', now.slice(j))];
}

/** Length of the longest common part of what follows each pair of lines. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    for (let j = now.length - 1; j >= 0; j -= 1) row[j] = old[i] === now[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
  }
  return rows;
}

const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? 0;

const of = (kind: DiffLine['kind'], lines: readonly string[]): readonly DiffLine[] => lines.map((text) => ({ kind, text }));

/** Leaves out what is the same and far from any change. */
function folded(lines: readonly DiffLine[]): readonly DiffLine[] {
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'));
  return lines.flatMap((line, index): readonly DiffLine[] => {
    if (near[index]) return [line];
    return index > 0 && !near[index - 1] ? [] : [{ kind: 'gap', text: '' }];
  });
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));
