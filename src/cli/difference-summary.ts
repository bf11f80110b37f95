/** How many lines differ and the first of them, for a person who will regenerate anyway. */
export function differenceSummary(present: string, expected: string): readonly string[] {
  const before = present.split('\n');
  const after = expected.split('\n');
  const removed = countMissing(before, after);
  const added = countMissing(after, before);
  const first = before.findIndex((line, index) => line !== after[index]);
  const line = first < 0 ? before.length : first;
  return [
    `  ${added} lines to add, ${removed} to remove; the first difference is in line ${line + 1}:`,
    ...(before[line] === undefined ? [] : [`  - ${shortened(before[line])}`]),
    ...(after[line] === undefined ? [] : [`  + ${shortened(after[line])}`]),
  ];
}

/** Lines of one text that the other does not have, each as often as it is there. */
function countMissing(lines: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}

const shortened = (line: string) => (line.length > 120 ? `${line.slice(0, 119)}…` : line);
