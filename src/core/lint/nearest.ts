/**
 * The candidate with the fewest differing characters, or undefined where none is close enough to be meant: by default
 * a third of the word may differ.
 */
export function nearest(word: string, candidates: readonly string[], most?: number): string | undefined {
  const folded = fold(word);
  const allowed = most ?? Math.max(1, Math.floor(folded.length / 3));
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(fold(candidate).length - folded.length) >= least) continue;
    const distance = editDistance(folded, fold(candidate));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Case, spaces and separators are what people get wrong first. */
const fold = (word: string): string => word.slice(0, 200).toLowerCase().replace(/[\s_]+/g, '-');

/** Damerau's distance: a swap of neighbours counts as one mistake. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(at(current, j - 1) + 1, at(previous, j) + 1, at(previous, j - 1) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        best = Math.min(best, at(before, j - 2) + 1);
      }
      current.push(best);
    }
    [before, previous] = [previous, current];
  }
  return at(previous, other.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
