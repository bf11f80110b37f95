import type { Span } from '../../model/finding';
import type { SyntaxErrors } from '../syntax-errors';

/** A part of a text on its way through the reader. */
export interface Source {
  readonly text: string;
  /** Offset behind the last character to be read. */
  readonly end: number;
  readonly spanAt: (start: number, end: number) => Span;
  readonly errors: SyntaxErrors;
  /** Next character to be read. */
  at: number;
  /** Column of `at` where it is the first of its line; -1 at the end. */
  indent: number;
  depth: number;
}

/** Thrown where the text is more than this reader knows; caught once, and the `yaml` package takes over. */
export const unusual = new Error('YAML beyond the plain form');

export const code = ({ text, end }: Source, at: number): number => (at < end ? text.charCodeAt(at) : lineFeed);

export const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;
export const space = 0x20;
export const hash = 0x23;

/** True at a line end: LF, or CR LF. A lone CR belongs to no plain form. */
export function isLineEnd(source: Source, at: number): boolean {
  const found = code(source, at);
  if (found !== carriageReturn) return found === lineFeed;
  if (at + 1 >= source.end || code(source, at + 1) !== lineFeed) throw unusual;
  return true;
}

export function skipSpaces(source: Source): void {
  while (code(source, source.at) === space) source.at++;
  if (code(source, source.at) === tab) throw unusual;
}

/** From behind a value: over the rest of its line, which may only hold a comment, to the next line with content. */
export function nextLine(source: Source): void {
  skipSpaces(source);
  if (code(source, source.at) === hash && code(source, source.at - 1) === space) skipComment(source);
  if (!isLineEnd(source, source.at)) throw unusual;
  toContent(source, lineBehind(source, source.at));
}

/** Start of the next line, or the end. */
export function lineBehind({ text, end }: Source, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 || found >= end ? end : found + 1;
}

function skipComment(source: Source): void {
  while (source.at < source.end && !isLineEnd(source, source.at)) source.at++;
}

/** Goes from the start of a line to the first line that is neither blank nor a comment. */
export function toContent(source: Source, lineStart: number): void {
  for (let start = lineStart; start < source.end; start = lineBehind(source, source.at)) {
    source.at = start;
    skipSpaces(source);
    if (source.at >= source.end) break;
    if (code(source, source.at) === hash || isLineEnd(source, source.at)) continue;
    source.indent = source.at - start;
    return;
  }
  source.at = source.end;
  source.indent = -1;
}
