import { reportDuplicateKeys } from '../duplicate-keys';
import { expandShortTag } from '../expand-short-tag';
import type { Located, LocatedEntry, LocatedScalar } from '../located';
import { readingLimits } from '../reading-limits';
import { plain, quoted } from './scalars';
import { code, isLineEnd, lineBehind, skipSpaces, type Source, space, unusual } from './source';
import { tagAt } from './tags';

/** A list or map in brackets, over as many lines as it takes, each deeper than its parent. */
export function inBrackets(source: Source, parentIndent: number): Located {
  if (++source.depth >= readingLimits.depth / 2) throw unusual;
  const value = code(source, source.at) === 0x5b ? list(source, parentIndent) : map(source, parentIndent);
  source.depth--;
  return value;
}

function list(source: Source, parentIndent: number): Located {
  const start = source.at++;
  const items: Located[] = [];
  toToken(source, parentIndent);
  while (code(source, source.at) !== 0x5d) {
    items.push(value(source, parentIndent));
    comma(source, parentIndent, 0x5d);
  }
  return { kind: 'sequence', items, span: source.spanAt(start, ++source.at) };
}

function map(source: Source, parentIndent: number): Located {
  const start = source.at++;
  const entries: LocatedEntry[] = [];
  toToken(source, parentIndent);
  while (code(source, source.at) !== 0x7d) {
    entries.push(entry(source, parentIndent));
    comma(source, parentIndent, 0x7d);
  }
  reportDuplicateKeys(entries, source.errors);
  return { kind: 'map', entries, span: source.spanAt(start, ++source.at) };
}

function entry(source: Source, parentIndent: number): LocatedEntry {
  const key = scalar(source);
  if (key.style === 'plain' && key.value === '<<') throw unusual;
  skipSpaces(source);
  if (code(source, source.at) !== 0x3a) throw unusual;
  source.at++;
  // JSON writes no space behind a colon; YAML lets it be left out behind quotes.
  if (key.style === 'plain' && code(source, source.at) > space) throw unusual;
  toToken(source, parentIndent);
  return { key, value: value(source, parentIndent) };
}

function value(source: Source, parentIndent: number): Located {
  const found = code(source, source.at);
  if (found === 0x5b || found === 0x7b) return inBrackets(source, parentIndent);
  if (found !== 0x21) return scalar(source);
  const tag = tagAt(source);
  toToken(source, parentIndent);
  if (code(source, source.at) === 0x21) throw unusual;
  return expandShortTag(source, tag, value(source, parentIndent));
}

function scalar(source: Source): LocatedScalar {
  const found = code(source, source.at);
  return found === 0x22 || found === 0x27 ? quoted(source) : plain(source, true);
}

function comma(source: Source, parentIndent: number, close: number): void {
  toToken(source, parentIndent);
  if (code(source, source.at) === close) return;
  if (code(source, source.at) !== 0x2c) throw unusual;
  source.at++;
  toToken(source, parentIndent);
}

/** Over spaces and line ends to what comes next; comments between brackets are left to the `yaml` package. */
function toToken(source: Source, parentIndent: number): void {
  skipSpaces(source);
  while (isLineEnd(source, source.at)) {
    const start = lineBehind(source, source.at);
    if (start >= source.end) throw unusual;
    source.at = start;
    skipSpaces(source);
    if (!isLineEnd(source, source.at) && source.at - start <= parentIndent) throw unusual;
  }
}
