import type { Slice } from './cut';
import type { Previous } from './read-sections';
import type { Section } from './section';

export interface SectionKeeper {
  /** The section that was read from the same characters, if it may be kept. */
  find(slice: Slice): Section | undefined;
  /** Moves all that were found to where they now stand. */
  move(): void;
}

/** Finds sections of a previous text that lie before or behind all that changed. */
export function sectionKeeper(text: string, previous: Previous | undefined): SectionKeeper {
  if (!previous) return { find: () => undefined, move: () => undefined };
  const byStart = new Map(previous.sections.map((section) => [section.origin.offset, section]));
  const before = samePrefix(previous.text, text);
  const behind = text.length - sameSuffix(previous.text, text, before);
  const moved = text.length - previous.text.length;
  const found: { readonly section: Section; readonly start: number }[] = [];
  return {
    find({ start, end, role }) {
      const old = end <= before ? start : start >= behind ? start - moved : undefined;
      const section = old === undefined ? undefined : byStart.get(old);
      if (section?.length !== end - start || section.role !== role) return undefined;
      found.push({ section, start });
      return section;
    },
    move() {
      for (const { section, start } of found) section.origin.offset = start;
    },
  };
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
