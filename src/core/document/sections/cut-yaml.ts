import { type Cut, isCutApart, type Part, type Slice } from './cut';

/**
 * Cuts YAML into top-level entries, and templates into resources, by indentation alone. Undefined where lines do not tell
 * the entries apart: a list or brackets as the root, tabs, directives, several documents.
 */
export function cutYaml(text: string): Cut | undefined {
  const parts: Part[] = [];
  let start = firstLine(text);
  if (start === undefined) return undefined;
  while (start < text.length) {
    if (!startsEntry(text, start)) return undefined;
    const part = partAt(text, start);
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

function partAt(text: string, start: number): { readonly part: Part; readonly next: number } | undefined {
  const apart = isHeader(text, start) ? childrenBelow(text, start) : undefined;
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
function childrenBelow(text: string, header: number): Children | undefined {
  const starts: number[] = [];
  let indent = -1;
  let at = lineBehind(text, header);
  for (; at < text.length && !isAtMargin(text, at); at = lineBehind(text, at)) {
    if (indent >= 0 && isDeeper(text, at, indent)) continue;
    const kind = kindOf(text, at);
    if (kind === 'tab') return undefined;
    if (kind === 'comment') continue;
    const column = columnOf(text, at);
    if (indent < 0) indent = column;
    if (column < indent) return undefined;
    if (column > indent) continue;
    if (!startsEntry(text, at + column)) return undefined;
    starts.push(at);
  }
  if (starts.length === 0) return undefined;
  const children = starts.map((start, index): Slice => ({ start, end: starts[index + 1] ?? at, role: 'child' }));
  return { start: starts[0] ?? at, children, next: at };
}

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
