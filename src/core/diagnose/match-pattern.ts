import type { ErrorPattern, Hole, Segment } from './error-pattern';
import type { SearchText } from './search-text';

export type Values = Readonly<Record<string, string>>;

/**
 * What stands in the holes of a pattern, or undefined where the text does not match. Time grows with the length of the
 * text alone, whatever is in it: nothing is tried twice, and a hole is short.
 */
export function matchPattern({ segments, atStart, code }: ErrorPattern, text: SearchText): Values | undefined {
  const values: Record<string, string> = {};
  let from = 0;
  for (const [index, segment] of segments.entries()) {
    const found = findSegment(segment, { text, code, from, only: atStart && index === 0 });
    if (!found) return undefined;
    Object.assign(values, found.values);
    from = found.end;
  }
  return values;
}

interface Search {
  readonly text: SearchText;
  readonly code: boolean;
  readonly from: number;
  /** There and nowhere else. */
  readonly only: boolean;
}

interface Found {
  readonly end: number;
  readonly values: Values;
}

/** The first place at which all pieces of a segment stand side by side. */
function findSegment(segment: Segment, { text, code, from, only }: Search): Found | undefined {
  const leading = typeof segment[0] === 'object' ? segment[0] : undefined;
  const [anchor, ...rest] = leading ? segment.slice(1) : segment;
  if (typeof anchor !== 'string') return undefined;
  const where = code ? text.original : text.lower;
  for (let at = where.indexOf(anchor, from); at >= 0; at = where.indexOf(anchor, at + 1)) {
    if (only && at !== from) return undefined;
    const stands = !code || standsAlone(where, at, anchor.length);
    const ahead = stands ? before(leading, text, at) : undefined;
    const found = ahead && follow(rest, text, at + anchor.length);
    if (found) return { end: found.end, values: { ...ahead, ...found.values } };
  }
  return undefined;
}

function follow(pieces: Segment, text: SearchText, start: number): Found | undefined {
  const values: Record<string, string> = {};
  let at = start;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      if (!text.lower.startsWith(piece, at)) return undefined;
      at += piece.length;
      continue;
    }
    const next = pieces[index + 1];
    const value = after(text, at, typeof next === 'string' ? next.charAt(0) : undefined);
    if (value === '' || !piece.accepts(value)) return undefined;
    values[piece.name] = value;
    at += value.length;
  }
  return { end: at, values };
}

/** A value ends where the text after it begins; the last one of a segment where its word ends. */
function after({ original, lower }: SearchText, start: number, end: string | undefined): string {
  const longest = end === undefined ? longestLast : longestInside;
  const window = lower.slice(start, start + longest + 1);
  const stop = end === undefined ? window.search(endOfWord) : window.indexOf(end);
  if (stop < 0 && window.length > longest) return '';
  const value = original.slice(start, stop < 0 ? start + window.length : start + stop);
  return end === undefined ? value.replace(/[.:]$/, '') : value;
}

const longestInside = 300;

/** Encoded messages are long. */
const longestLast = 10_000;

const endOfWord = /[\s"'`,;()[\]{}<>]/;

/** The word that ends just before the anchor, where one is wanted. */
function before(hole: Hole | undefined, { original }: SearchText, end: number): Values | undefined {
  if (!hole) return {};
  let start = end;
  while (start > 0 && end - start < longestInside && !endOfWord.test(original.charAt(start - 1))) start -= 1;
  const value = original.slice(start, end);
  return value !== '' && hole.accepts(value) ? { [hole.name]: value } : undefined;
}

const standsAlone = (text: string, at: number, length: number) => !isWord(text.charAt(at - 1)) && !isWord(text.charAt(at + length));

const isWord = (character: string) => /\w/.test(character);
