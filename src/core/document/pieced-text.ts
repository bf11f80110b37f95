import type { DocumentText } from './document-text';
import { itself, lastUpTo } from './last-up-to';
import type { Position } from './line-index';

/**
 * A text in pieces of whole lines. An edit makes a text that shares all pieces but one with the text before: a large file is
 * not copied at each key press, and what has changed is found at a glance.
 */
export class PiecedText implements DocumentText {
  readonly length: number;
  readonly #pieces: readonly Piece[];
  /** Where each piece starts. */
  readonly #starts: readonly number[];
  #breaks: readonly number[] | undefined;
  #whole: string | undefined;

  private constructor(
    pieces: readonly Piece[],
    starts: readonly number[],
    private readonly pieceLength: number,
    whole?: string,
  ) {
    this.#pieces = pieces;
    this.#starts = starts;
    this.#whole = whole;
    this.length = (starts.at(-1) ?? 0) + (pieces.at(-1)?.text.length ?? 0);
  }

  /** In pieces of about so many characters. */
  static of(text: DocumentText, pieceLength = 8192): PiecedText {
    if (text instanceof PiecedText) return text;
    const whole = text.toString();
    const pieces = cutAtLines(whole, pieceLength);
    return new PiecedText(pieces, sumsBefore(pieces, lengthOf, 0), pieceLength, whole);
  }

  slice(start = 0, end = this.length): string {
    const from = within(start < 0 ? start + this.length : start, this.length);
    const to = within(end < 0 ? end + this.length : end, this.length);
    let index = this.#indexAt(from);
    const at = from - (this.#starts[index] ?? 0);
    let found = this.#textOf(index).slice(at, Math.max(at, at + to - from));
    while (found.length < to - from && index < this.#pieces.length) found += this.#textOf(++index).slice(0, to - from - found.length);
    return found;
  }

  #textOf(index: number): string {
    return this.#pieces[index]?.text ?? '';
  }

  charAt(at: number): string {
    return at < 0 ? '' : this.slice(at, at + 1);
  }

  charCodeAt(at: number): number {
    if (at < 0 || at >= this.length) return Number.NaN;
    const index = this.#indexAt(at);
    return this.#textOf(index).charCodeAt(at - (this.#starts[index] ?? 0));
  }

  startsWith(words: string, at = 0): boolean {
    return this.slice(Math.max(at, 0), Math.max(at, 0) + words.length) === words;
  }

  toString(): string {
    return (this.#whole ??= this.#pieces.map(({ text }) => text).join(''));
  }

  /** Whether something holds of one of the pieces, each of which is some whole lines. */
  some(holds: (lines: string) => boolean): boolean {
    return this.#pieces.some(({ text }) => holds(text));
  }

  /** The text with other words in place of those from `start` to `end`. */
  replaced(start: number, end: number, words: string): PiecedText {
    const first = this.#indexAt(start);
    // A piece that ends where the edit does is left as it is, so that each still ends with its line.
    const last = this.#indexAt(end);
    const text = this.#textOf(first).slice(0, start - (this.#starts[first] ?? 0)) + words + this.#textOf(last).slice(end - (this.#starts[last] ?? 0));
    const anew = cutAtLines(text, this.pieceLength);
    const count = last + 1 - first;
    const changed = new PiecedText(this.#pieces.toSpliced(first, count, ...anew), splicedSums(this.#starts, first, count, anew, lengthOf), this.pieceLength);
    if (this.#breaks) changed.#breaks = splicedSums(this.#breaks, first, count, anew, breaksIn);
    return changed;
  }

  /** Pieces that two texts do not share at their beginning and at their end, each as one string, and where these start. */
  differenceFrom(old: PiecedText): { readonly start: number; readonly old: string; readonly now: string } {
    const [before, after] = [old.#pieces, this.#pieces];
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && isSame(before[start], after[start])) start++;
    let end = 0;
    while (end < most - start && isSame(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
    const between = (pieces: readonly Piece[]): string => pieces.slice(start, pieces.length - end).map(({ text }) => text).join('');
    return { start: this.#starts[start] ?? this.length, old: between(before), now: between(after) };
  }

  get lineCount(): number {
    return this.#breaksBefore(this.#pieces.length) + 1;
  }

  positionAt(offset: number): Position {
    const at = within(offset, this.length);
    const index = this.#indexAt(at);
    const lines = linesOf(this.#pieces[index]);
    const local = at - (this.#starts[index] ?? 0);
    const line = lastUpTo(lines, local, itself);
    return { line: this.#breaksBefore(index) + line, character: this.#beforeLineEnd(index, local, lines[line] ?? 0) - (lines[line] ?? 0) };
  }

  offsetAt(position: Position): number {
    const line = Math.trunc(position.line);
    const character = Math.trunc(position.character);
    if (line >= this.lineCount) return this.length;
    if (line < 0) return 0;
    const index = Math.min(lastUpTo(this.#allBreaks(), line, itself), this.#pieces.length - 1);
    const piece = this.#pieces[index];
    const lines = linesOf(piece);
    const inPiece = line - this.#breaksBefore(index);
    const start = lines[inPiece] ?? 0;
    const end = lines[inPiece + 1] ?? piece?.text.length ?? 0;
    const local = character <= 0 ? start : this.#beforeLineEnd(index, Math.min(start + character, end), start);
    return (this.#starts[index] ?? 0) + local;
  }

  /** Between the characters of a line end, or behind it, is no place of the line. */
  #beforeLineEnd(index: number, local: number, lineStart: number): number {
    const text = this.#textOf(index);
    let at = local;
    while (at > lineStart && isLineEnd(text.charCodeAt(at - 1))) at--;
    return at;
  }

  #indexAt(offset: number): number {
    return Math.max(lastUpTo(this.#starts, offset, itself), 0);
  }

  #breaksBefore(index: number): number {
    return this.#allBreaks()[index] ?? 0;
  }

  /** Line ends before each piece, and in all of them. */
  #allBreaks(): readonly number[] {
    return (this.#breaks ??= [...sumsBefore(this.#pieces, breaksIn, 0), this.#pieces.reduce((sum, piece) => sum + breaksIn(piece), 0)]);
  }
}

/** Whether something holds of a text, that holds of a text if it does of some lines of it. What reaches over line ends may be missed. */
export const isInLines = (text: DocumentText, holds: (lines: string) => boolean): boolean => (text instanceof PiecedText ? text.some(holds) : holds(text.toString()));

interface Piece {
  readonly text: string;
  /** Where its lines start, and the one behind its last line end. Found on first need. */
  lines: readonly number[] | undefined;
}

/** At least one piece; each but the last ends with a line feed. */
function cutAtLines(text: string, pieceLength: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (text.length - start > pieceLength) {
    const end = text.indexOf('\n', start + pieceLength - 1) + 1;
    if (end === 0 || end === text.length) break;
    pieces.push({ text: text.slice(start, end), lines: undefined });
    start = end;
  }
  pieces.push({ text: text.slice(start), lines: undefined });
  return pieces;
}

function linesOf(piece: Piece | undefined): readonly number[] {
  if (!piece) return [0];
  return (piece.lines ??= piece.text.includes('\r') ? startsBehindAny(piece.text) : startsBehindFeeds(piece.text));
}

/** The search of the engine is faster than a look at each character, by far where a file is the first of a process. */
function startsBehindFeeds(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsBehindAny(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    if (!isLineEnd(text.charCodeAt(at))) continue;
    if (text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
    starts.push(at + 1);
  }
  return starts;
}

type Measure = (piece: Piece) => number;

const lengthOf: Measure = ({ text }) => text.length;

const breaksIn: Measure = (piece) => linesOf(piece).length - 1;

/** What the pieces before each one measure together. */
function sumsBefore(pieces: readonly Piece[], measure: Measure, from: number): readonly number[] {
  let sum = from;
  return pieces.map((piece) => {
    const before = sum;
    sum += measure(piece);
    return before;
  });
}

/** The same where some pieces came in place of others, without a look at the rest. */
function splicedSums(sums: readonly number[], first: number, count: number, anew: readonly Piece[], measure: Measure): readonly number[] {
  const from = sums[first] ?? 0;
  const behind = sums[first + count];
  const moved = anew.reduce((sum, piece) => sum + measure(piece), from) - (behind ?? 0);
  return [...sums.slice(0, first), ...sumsBefore(anew, measure, from), ...sums.slice(first + count).map((sum) => sum + moved)];
}

const isSame = (one: Piece | undefined, other: Piece | undefined): boolean => one === other || one?.text === other?.text;

/** Whole, whatever a client says. */
const within = (offset: number, length: number): number => Math.trunc(Math.max(0, Math.min(offset, length))) || 0;

const isLineEnd = (code: number): boolean => code === lineFeed || code === carriageReturn;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
