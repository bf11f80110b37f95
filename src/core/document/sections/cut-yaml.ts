import type { EarlierCut, EarlierPart } from './earlier-cut';
import { type Cut, isCutApart, type Part, type Slice } from './cut';

/**
 * Cuts YAML into top-level entries, and templates into resources, by indentation alone. Undefined where lines do not tell
 * the entries apart: a list or brackets as the root, tabs, directives, several documents.
 */
export function cutYaml(text: string, earlier?: EarlierCut): Cut | undefined {
  const parts: Part[] = [...(earlier?.unchanged ?? [])];
  let start: number = earlier?.from ?? firstLine(text) ?? text.length;
  while (start < text.length) {
    const rest = earlier?.partsFrom(start);
    if (rest) return { parts: [...parts, ...rest.parts] };
    const part = startsEntry(text, start) ? partAt(text, start, earlier) : undefined;
    if (!part) return undefined;
    parts.push(part.part);
    start = part.next;
  }
  return parts.length > 0 ? { parts } : undefined;
}

/** Start of the first line with content, behind comments and one line of three dashes. */
function firstLine(text: string): number | undefined {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let dashes = false;
  for (; at < text.length; at = lineBehind(text, at)) {
    const kind = kindOf(text, at);
    if (kind === 'tab') return undefined;
    if (kind === 'comment') continue;
    if (dashes || !/^---[ ]*(?:#|\r?\n|$)/.test(text.slice(at, at + 80))) break;
    dashes = true;
  }
  return at;
}

type LineKind = 'comment' | 'tab' | 'content';

/** What a line is; blank ones count as comments. */
function kindOf(text: string, lineStart: number): LineKind {
  let at = lineStart;
  while (text.charCodeAt(at) === space) at++;
  const found = text.charCodeAt(at);
  if (found === tab) return 'tab';
  return at >= text.length || found === hash || found === lineFeed || (found === carriageReturn && text.charCodeAt(at + 1) === lineFeed) ? 'comment' : 'content';
}

const lineBehind = (text: string, at: number): number => {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
};

function partAt(text: string, start: number, earlier: EarlierCut | undefined): { readonly part: Part; readonly next: number } | undefined {
  const apart = isHeader(text, start) ? childrenBelow(text, start, earlier) : undefined;
  if (apart) return { part: { slice: { start, end: apart.start, role: 'header' }, children: apart.children }, next: apart.next };
  let at = lineBehind(text, start);
  while (at < text.length && !isAtMargin(text, at)) at = lineBehind(text, at);
  return { part: { slice: { start, end: at, role: 'entry' } }, next: at };
}

/** True for a line that starts in the first column and is no comment. */
function isAtMargin(text: string, start: number): boolean {
  const found = text.charCodeAt(start);
  return found > space && found !== hash;
}

function isHeader(text: string, start: number): boolean {
  const line = /^(\w+):[ ]*(?:#[^\n]*)?\r?\n/.exec(text.slice(start, start + 200));
  return line !== null && isCutApart(line[1] ?? '');
}

interface Children {
  readonly start: number;
  readonly children: readonly Slice[];
  readonly next: number;
}

/** Undefined where the lines below are not all entries of one map or deeper than these. */
function childrenBelow(text: string, header: number, earlier: EarlierCut | undefined): Children | undefined {
  const first = firstBelow(text, lineBehind(text, header));
  return first === undefined ? undefined : childrenFrom(text, first, earlier?.partApartAt(header, columnOf(text, first) + 1));
}

function childrenFrom(text: string, first: number, known: EarlierPart | undefined): Children | undefined {
  const indent = columnOf(text, first);
  const starts = known?.unchanged.map(({ start }) => start) ?? [];
  let at = starts.pop() ?? first;
  for (; at < text.length && !isAtMargin(text, at); at = lineBehind(text, at)) {
    if (isDeeper(text, at, indent)) continue;
    const kind = lineKind(text, at, indent);
    if (kind === 'other') return undefined;
    if (kind === 'inside') continue;
    const rest = known?.childrenFrom(at);
    if (rest) return { start: first, children: [...slices(starts, at), ...rest.children], next: rest.end };
    starts.push(at);
  }
  return { start: first, children: slices(starts, at), next: at };
}

/** Whether lines are one entry of a map whose keys stand in this column, and nothing else. Only at the end of a text need the last line have no end. */
export function isOneEntry(lines: string, column: number, isAtEnd: boolean): boolean {
  if (columnOf(lines, 0) !== column || !startsAs(lines, column) || (!isAtEnd && !lines.endsWith('\n'))) return false;
  for (let at = lineBehind(lines, 0); at < lines.length; at = lineBehind(lines, at)) {
    if (isAtMargin(lines, at)) return false;
    if (column > 0 && !isDeeper(lines, at, column) && lineKind(lines, at, column) !== 'inside') return false;
  }
  return true;
}

const startsAs = (lines: string, column: number): boolean =>
  column > 0 ? lineKind(lines, 0, column) === 'entry' : isAtMargin(lines, 0) && startsEntry(lines, 0) && !isHeader(lines, 0);

/** The first line that has content, where that is indented. */
function firstBelow(text: string, from: number): number | undefined {
  let at = from;
  while (at < text.length && !isAtMargin(text, at) && kindOf(text, at) === 'comment') at = lineBehind(text, at);
  return at < text.length && text.charCodeAt(at) === space && kindOf(text, at) === 'content' ? at : undefined;
}

/** What a line is in a map of this depth: the start of an entry, a part of one, or neither. */
function lineKind(text: string, at: number, indent: number): 'entry' | 'inside' | 'other' {
  const kind = kindOf(text, at);
  if (kind !== 'content') return kind === 'comment' ? 'inside' : 'other';
  const column = columnOf(text, at);
  if (column > indent) return 'inside';
  return column === indent && startsEntry(text, at + column) ? 'entry' : 'other';
}

/** From each start to the next. */
const slices = (starts: readonly number[], end: number): readonly Slice[] =>
  starts.map((start, index) => ({ start, end: starts[index + 1] ?? end, role: 'child' }));

/** A glance that settles nearly all lines. */
function isDeeper(text: string, start: number, indent: number): boolean {
  for (let at = start; at <= start + indent; at++) {
    if (text.charCodeAt(at) !== space) return false;
  }
  const next = text.charCodeAt(start + indent + 1);
  return next > hash || next === 0x22;
}

function columnOf(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === space) at++;
  return at - start;
}

/** Letters, digits, dollars, underscores and quotes start keys; whatever else starts a line here may be part of anything. */
function startsEntry(text: string, at: number): boolean {
  const found = text.charAt(at);
  if (!/[\w$"'/]/.test(found)) return found > '\u00bf' && found !== '\ufeff';
  return true;
}

const space = 0x20;
const tab = 0x09;
const hash = 0x23;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
