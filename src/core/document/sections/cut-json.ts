import type { EarlierCut } from './earlier-cut';
import { type Cut, isCutApart, type Part } from './cut';

/**
 * Cuts JSON into the members of its root, and templates into resources, by brackets and quotes alone. Undefined where
 * these do not match, or something stands between two members that is not JSON.
 */
export function cutJson(text: string, earlier?: EarlierCut): Cut | undefined {
  const scan: Scan = { text, at: 0 };
  const parts: Part[] = [...(earlier?.unchanged ?? [])];
  const start = afterSpace(scan);
  if (text.charCodeAt(start) !== openBrace) return undefined;
  const whole = members(scan, earlier?.from, {
    endOfRest(keyStart) {
      const rest = earlier?.partsFrom(keyStart);
      if (rest) parts.push(...rest.parts);
      return rest?.end;
    },
    value(keyStart, keyEnd) {
      const part = isCutApart(text.slice(keyStart + 1, keyEnd - 1)) ? partApart(scan, keyStart, keyEnd, earlier) : undefined;
      const isWhole = part !== undefined || value(scan);
      parts.push(part ?? { slice: { start: keyStart, end: scan.at, role: 'entry' } });
      return isWhole;
    },
  });
  const end = scan.at;
  return whole && afterSpace(scan) === text.length ? { parts, span: { start, end } } : undefined;
}

interface Scan {
  readonly text: string;
  at: number;
}

interface Members {
  /** Where the map ends, when all from this key on is known. */
  endOfRest(keyStart: number): number | undefined;
  /** Goes over a value. False where it is not whole. */
  value(keyStart: number, keyEnd: number): boolean;
}

/** Undefined, and the scan where it was, for a value that is no map with members. */
function partApart(scan: Scan, keyStart: number, keyEnd: number, earlier: EarlierCut | undefined): Part | undefined {
  const start = scan.at;
  if (scan.text.charCodeAt(start) !== openBrace) return undefined;
  const known = earlier?.partApartAt(keyStart, 1);
  const children = [...(known?.unchanged ?? [])];
  const from = children.pop()?.start;
  const whole = members(scan, from, {
    endOfRest(childStart) {
      const rest = known?.childrenFrom(childStart);
      if (rest) children.push(...rest.children);
      return rest?.end;
    },
    value(childStart) {
      const isWhole = value(scan);
      children.push({ start: childStart, end: scan.at, role: 'child' });
      return isWhole;
    },
  });
  if (whole && children.length > 0) return { slice: { start: keyStart, end: keyEnd, role: 'header' }, children, span: { start, end: scan.at } };
  scan.at = start;
  return undefined;
}

/** Over a map, or over what it has from one key on. False where it is not whole. */
function members(scan: Scan, from: number | undefined, { endOfRest, value: overValue }: Members): boolean {
  const { text } = scan;
  scan.at = from ?? scan.at + 1;
  if (text.charCodeAt(afterSpace(scan)) === closeBrace) return scan.at++ >= 0;
  for (;;) {
    const keyStart = afterSpace(scan);
    const end = endOfRest(keyStart);
    scan.at = end ?? keyStart;
    if (end !== undefined) return true;
    if (text.charCodeAt(keyStart) !== quote || !string(scan)) return false;
    const keyEnd = scan.at;
    if (text.charCodeAt(afterSpace(scan)) !== colon) return false;
    scan.at++;
    afterSpace(scan);
    if (!overValue(keyStart, keyEnd)) return false;
    const separator = text.charCodeAt(afterSpace(scan));
    scan.at++;
    if (separator === closeBrace) return true;
    if (separator !== comma) return false;
  }
}

/** Over one value. False where brackets do not match, a string has no end, or nothing stands here. */
function value(scan: Scan): boolean {
  const { text } = scan;
  const first = text.charCodeAt(scan.at);
  if (first === quote) return string(scan);
  if (first === openBrace || first === openBracket) return brackets(scan);
  const start = scan.at;
  while (scan.at < text.length && !endsWord(text.charCodeAt(scan.at))) scan.at++;
  return scan.at > start;
}

function brackets(scan: Scan): boolean {
  const open: number[] = [];
  const { text } = scan;
  for (; scan.at < text.length; scan.at++) {
    const found = text.charCodeAt(scan.at);
    if (found === openBrace || found === openBracket) open.push(found + 2);
    else if (found === closeBrace || found === closeBracket) {
      if (open.pop() !== found) return false;
      if (open.length === 0) return scan.at++ >= 0;
    } else if (found === quote) {
      if (!string(scan)) return false;
      scan.at--;
    } else if (found === slash) return false;
  }
  return false;
}

/** Over a string, which ends on its line. */
function string(scan: Scan): boolean {
  const { text } = scan;
  let end = scan.at;
  do end = text.indexOf('"', end + 1);
  while (end > 0 && isEscaped(text, end));
  if (end < 0) return false;
  for (let at = scan.at; at < end; at++) {
    const found = text.charCodeAt(at);
    if (found === 0x0a || found === 0x0d) return false;
  }
  scan.at = end + 1;
  return true;
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charCodeAt(at - 1 - count) === 0x5c) count++;
  return count % 2 === 1;
}

function afterSpace(scan: Scan): number {
  const { text } = scan;
  for (;;) {
    const found = text.charCodeAt(scan.at);
    if (found !== 0x20 && found !== 0x0a && found !== 0x0d && found !== 0x09) return scan.at;
    scan.at++;
  }
}

const endsWord = (found: number): boolean =>
  found <= 0x20 || found === comma || found === closeBrace || found === closeBracket || found === colon || found === quote || found === slash;

const quote = 0x22;
const comma = 0x2c;
const slash = 0x2f;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
