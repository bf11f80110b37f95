import type { PiecedText } from '../pieced-text';

/** What differs between two texts: one stretch. */
export interface Change {
  /** Characters that are the same before it. */
  readonly before: number;
  /** Where the new text goes on as the old one did. */
  readonly behind: number;
  /** How far what stands behind it has moved. */
  readonly moved: number;
}

export function changeBetween(old: PiecedText, text: PiecedText): Change {
  const { start, old: from, now } = text.differenceFrom(old);
  const before = samePrefix(from, now);
  return { before: start + before, behind: start + now.length - sameSuffix(from, now, before), moved: text.length - old.length };
}

const longest = 8192;

/** How many characters two texts have in common at their start. Comparing pieces is faster than comparing characters. */
function samePrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  for (let piece = longest; piece >= 1; piece = piece >> 1) {
    while (at + piece <= most && one.slice(at, at + piece) === other.slice(at, at + piece)) at += piece;
  }
  return at;
}

function sameSuffix(one: string, other: string, prefix: number): number {
  const most = Math.min(one.length, other.length) - prefix;
  let count = 0;
  const pieceOf = (text: string, piece: number): string => text.slice(text.length - count - piece, text.length - count);
  for (let piece = longest; piece >= 1; piece = piece >> 1) {
    while (count + piece <= most && pieceOf(one, piece) === pieceOf(other, piece)) count += piece;
  }
  return count;
}
