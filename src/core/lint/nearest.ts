/**
 * The candidate with the fewest differing characters, or undefined where none is close enough to be meant: by default
 * a third of the word may differ.
 */
export function nearest(word: string, candidates: readonly string[], most?: number): string | undefined {
  const folded = fold(word);
  const letters = lettersOf(folded);
  const allowed = most ?? Math.max(1, Math.floor(folded.length / 3));
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) >= least || differing(letters ^ lettersOf(other)) > 2 * (least - 1)) continue;
    const distance = editDistance(folded, other, least);
    if (distance < least) [best, least] = [candidate, distance];
    if (least === 0) break;
  }
  return best;
}

/** Which letters a word has, one bit for each of 32 groups: one mistake changes two at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function differing(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Case, spaces and separators are what people get wrong first. */
const fold = (word: string): string => word.slice(0, 200).toLowerCase().replace(/[\s_]+/g, '-');

/** Damerau's distance: a swap of neighbours counts as one mistake. Given up where it cannot stay below a limit. */
function editDistance(one: string, other: string, limit: number): number {
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
    if (Math.min(...current) >= limit && Math.min(...previous) >= limit) return limit;
    [before, previous] = [previous, current];
  }
  return at(previous, other.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
