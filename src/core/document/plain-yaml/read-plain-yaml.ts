import type { Span } from '../../model/finding';
import { reportDuplicateKeys } from '../duplicate-keys';
import { expandShortTag } from '../expand-short-tag';
import type { Located, LocatedEntry, LocatedScalar } from '../located';
import { readingLimits } from '../reading-limits';
import type { SyntaxErrors } from '../syntax-errors';
import { blockText } from './block-text';
import { inBrackets } from './brackets';
import { plain, quoted } from './scalars';
import { code, hash, isLineEnd, nextLine, skipSpaces, type Source, space, toContent, unusual } from './source';
import { tagAt } from './tags';

export interface PlainYaml {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly spanAt: (start: number, end: number) => Span;
  readonly errors: SyntaxErrors;
}

/**
 * Reads a part of a text that starts with a key and is written as nearly all YAML is: maps and lists by indentation
 * or in brackets, scalars of one line, literal text, CloudFormation's tags, comments. Undefined for everything else, right
 * or wrong: what this reader accepts, the `yaml` package reads to the same values at the same places.
 */
export function readPlainYaml({ text, start, end, spanAt, errors }: PlainYaml): Located | undefined {
  const source: Source = { text, end, spanAt, errors, at: start, indent: 0, depth: 0 };
  try {
    toContent(source, start);
    const root = source.indent >= 0 && isKeyAt(source) ? map(source, source.indent) : undefined;
    return source.indent === -1 ? root : undefined;
  } catch (error) {
    if (error !== unusual) throw error;
    return undefined;
  }
}

function map(source: Source, indent: number): Located {
  if (++source.depth >= readingLimits.depth / 2) throw unusual;
  const entries: LocatedEntry[] = [];
  do entries.push(entry(source, indent));
  while (source.indent === indent && !isDash(source));
  if (source.indent > indent) throw unusual;
  source.depth--;
  reportDuplicateKeys(entries, source.errors);
  return { kind: 'map', entries, span: spanOver(source, entries[0]?.key, entries.at(-1)?.value) };
}

function entry(source: Source, indent: number): LocatedEntry {
  const key = isQuote(code(source, source.at)) ? quoted(source) : plain(source, false);
  if (key.style === 'plain' && key.value === '<<') throw unusual;
  skipSpaces(source);
  if (code(source, source.at) !== 0x3a || code(source, source.at + 1) > space) throw unusual;
  const colonEnd = ++source.at;
  return { key, value: valueBehind(source, indent, true) ?? absent(source, colonEnd) };
}

/** A list whose dashes stand in one column. */
function list(source: Source, indent: number): Located {
  if (++source.depth >= readingLimits.depth / 2) throw unusual;
  const items: Located[] = [];
  const start = source.at;
  do items.push(item(source, indent));
  while (source.indent === indent && isDash(source));
  if (source.indent > indent) throw unusual;
  source.depth--;
  return { kind: 'sequence', items, span: source.spanAt(start, items.at(-1)?.span.end ?? start) };
}

function item(source: Source, indent: number): Located {
  const dash = source.at;
  source.at++;
  skipSpaces(source);
  const column = indent + source.at - dash;
  if (isDash(source)) return list(source, column);
  if (isKeyAt(source)) return map(source, column);
  const value = valueBehind(source, indent, false);
  if (!value) throw unusual;
  return value;
}

/** The value behind a colon or dash, on its line or below it; undefined where there is none. Leaves the source at the next line. */
function valueBehind(source: Source, indent: number, isMapValue: boolean): Located | undefined {
  const before = source.at;
  skipSpaces(source);
  const isComment = code(source, source.at) === hash && source.at > before;
  if (!isComment && !isLineEnd(source, source.at)) return inline(source, indent);
  nextLine(source);
  if (source.indent > indent) return isDash(source) ? list(source, source.indent) : isKeyAt(source) ? map(source, source.indent) : inline(source, indent);
  return isMapValue && source.indent === indent && isDash(source) ? list(source, indent) : undefined;
}

function inline(source: Source, indent: number): Located {
  const found = code(source, source.at);
  if (found === 0x21) return tagged(source, indent);
  if (found === 0x7c) return blockText(source, indent);
  const value = found === 0x5b || found === 0x7b ? inBrackets(source, indent) : isQuote(found) ? quoted(source) : plain(source, false);
  nextLine(source);
  return value;
}

function tagged(source: Source, indent: number): Located {
  const tag = tagAt(source);
  const value = valueBehind(source, indent, false);
  if (!value || source.text.charCodeAt(value.span.start) === 0x21) throw unusual;
  return expandShortTag(source, tag, value);
}

const isQuote = (found: number): boolean => found === 0x22 || found === 0x27;

const isDash = (source: Source): boolean => code(source, source.at) === 0x2d && code(source, source.at + 1) <= space;

/** True where a key with its colon stands; the source stays where it is. */
function isKeyAt(source: Source): boolean {
  const found = code(source, source.at);
  if (found === 0x21 || found === 0x5b || found === 0x7b || found === 0x7c) return false;
  const { at } = source;
  if (isQuote(found)) quoted(source);
  else {
    while (!isLineEnd(source, source.at) && !endsKey(source)) source.at++;
  }
  skipSpaces(source);
  const isKey = code(source, source.at) === 0x3a && code(source, source.at + 1) <= space;
  if (source.at - at > 1000) throw unusual;
  source.at = at;
  return isKey;
}

function endsKey(source: Source): boolean {
  const found = code(source, source.at);
  return (found === 0x3a && code(source, source.at + 1) <= space) || (found === hash && code(source, source.at - 1) === space);
}

const spanOver = (source: Source, first: Located | undefined, last: Located | undefined): Span =>
  source.spanAt(first?.span.start ?? source.at, last?.span.end ?? source.at);

const absent = (source: Source, at: number): LocatedScalar => ({ kind: 'scalar', value: null, span: source.spanAt(at, at), style: 'plain' });
