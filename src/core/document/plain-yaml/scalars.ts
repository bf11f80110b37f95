import type { LocatedScalar } from '../located';
import { plainValue } from '../plain-value';
import { code, hash, isLineEnd, type Source, space, unusual } from './source';

/** A scalar in quotes, on one line, with the escapes that JSON has too. */
export function quoted(source: Source): LocatedScalar {
  const start = source.at;
  const isDouble = code(source, start) === 0x22;
  const end = isDouble ? doubleEnd(source) : singleEnd(source);
  source.at = end;
  const inside = source.text.slice(start + 1, end - 1);
  const value = isDouble ? unescaped(source.text, start, end, inside) : inside.includes("'") ? inside.replaceAll("''", "'") : inside;
  return { kind: 'scalar', value, span: source.spanAt(start, end), style: isDouble ? 'double' : 'single' };
}

function doubleEnd(source: Source): number {
  for (let at = source.at + 1; !isLineEnd(source, at); at++) {
    const found = code(source, at);
    if (found === 0x22) return at + 1;
    if (found === 0x5c) at++;
  }
  throw unusual;
}

function singleEnd(source: Source): number {
  for (let at = source.at + 1; !isLineEnd(source, at); at++) {
    if (code(source, at) !== 0x27) continue;
    if (code(source, at + 1) !== 0x27) return at + 1;
    at++;
  }
  throw unusual;
}

function unescaped(text: string, start: number, end: number, inside: string): string {
  if (!inside.includes('\\')) return inside;
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    throw unusual;
  }
}

/** A plain scalar that ends on its own line; inside brackets also where they or a comma end it. */
export function plain(source: Source, isInBrackets: boolean): LocatedScalar {
  const start = source.at;
  if (!startsPlain(source, start)) throw unusual;
  let end = start;
  for (let at = start; !isLineEnd(source, at); at++) {
    const found = code(source, at);
    if (found === space) continue;
    if (found < space || found === 0xfeff) throw unusual;
    if (endsPlain(source, at, found, isInBrackets)) break;
    end = at + 1;
  }
  source.at = end;
  const value = plainValue(source.text.slice(start, end));
  if (value === undefined || end === start) throw unusual;
  return { kind: 'scalar', value, span: source.spanAt(start, end), style: 'plain' };
}

function endsPlain(source: Source, at: number, found: number, isInBrackets: boolean): boolean {
  if (found === 0x3a) return isSeparator(source, at + 1, isInBrackets);
  if (found === hash) return code(source, at - 1) === space;
  return isInBrackets && isBracketOrComma(found);
}

/** Indicators start other things; a dash, a colon or a question mark start text where text follows at once. */
function startsPlain(source: Source, at: number): boolean {
  const found = code(source, at);
  if (found === 0x2d || found === 0x3a || found === 0x3f) return code(source, at + 1) > space && !isBracketOrComma(code(source, at + 1));
  return found > space && !indicators.has(found);
}

const indicators = new Set(Array.from(',[]{}#&*!|>\'"%@`', (character) => character.charCodeAt(0)));

export const isBracketOrComma = (found: number): boolean =>
  found === 0x2c || found === 0x5b || found === 0x5d || found === 0x7b || found === 0x7d;

/** What ends a key when it stands behind a colon. */
const isSeparator = (source: Source, at: number, isInBrackets: boolean): boolean =>
  code(source, at) <= space || (isInBrackets && isBracketOrComma(code(source, at)));
