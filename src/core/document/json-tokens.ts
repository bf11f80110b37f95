import { shown } from './shown';
import type { SyntaxErrors } from './syntax-errors';

export type JsonToken = {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'scalar' | 'word' | 'end';
  readonly value: string | number | boolean | null;
  readonly start: number;
  readonly end: number;
};

/** Cuts JSON into tokens and goes on behind whatever is not JSON. */
export function jsonTokens(text: string, errors: SyntaxErrors): () => JsonToken {
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return () => {
    const token = tokenAt(text, afterSpace(text, offset, errors), errors);
    offset = token.end;
    return token;
  };
}

function tokenAt(text: string, start: number, errors: SyntaxErrors): JsonToken {
  const character = text[start];
  switch (character) {
    case undefined:
      return { kind: 'end', value: null, start, end: start };
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
      return { kind: character, value: null, start, end: start + 1 };
    case '"':
      return stringAt(text, start, errors);
    default:
      return wordAt(text, start, errors);
  }
}

/** A string ends at its quote, or unfinished at the end of its line. */
function stringAt(text: string, start: number, errors: SyntaxErrors): JsonToken {
  let end = start + 1;
  let plain = true;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x22 || code === 0x0a || code === 0x0d) break;
    if (code === 0x5c) end++;
    if (code === 0x5c || code < 0x20) plain = false;
  }
  end = Math.min(end, text.length);
  if (text[end] !== '"') {
    errors.add('This string has no closing quote. Add ".', start, end);
    return { kind: 'scalar', value: text.slice(start + 1, end), start, end };
  }
  end += 1;
  const value = plain ? text.slice(start + 1, end - 1) : unescaped(text, start, end, errors);
  return { kind: 'scalar', value, start, end };
}

function unescaped(text: string, start: number, end: number, errors: SyntaxErrors): string {
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    errors.add(
      'This string holds a character or escape that JSON does not know. Write \\t for a tab and \\\\ for a backslash.',
      start,
      end,
    );
    return text.slice(start + 1, end - 1);
  }
}

const wordEnd = /[\s{}[\]:,"]|\/[/*]/g;
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const constants = new Map<string, boolean | null>([['true', true], ['false', false], ['null', null]]);

function wordAt(text: string, start: number, errors: SyntaxErrors): JsonToken {
  wordEnd.lastIndex = start;
  const end = Math.max(wordEnd.exec(text)?.index ?? text.length, start + 1);
  const word = text.slice(start, end);
  const constant = constants.get(word);
  if (constant !== undefined) return { kind: 'scalar', value: constant, start, end };
  if (jsonNumber.test(word)) return { kind: 'scalar', value: Number(word), start, end };
  // A number such as 012: kept as a number, so that a check of its type still finds what was meant.
  if (/^[-+]?\d+$/.test(word)) {
    errors.add(`${shown(word)} is no JSON number. Put it in double quotes.`, start, end);
    return { kind: 'scalar', value: Number(word), start, end };
  }
  return { kind: 'word', value: word.replace(/^'(.*)'$/, '$1'), start, end };
}

/** Skips white space, and comments with a word that they do not belong here. */
function afterSpace(text: string, from: number, errors: SyntaxErrors): number {
  let offset = from;
  for (;;) {
    while (offset < text.length && isSpace(text.charCodeAt(offset))) offset++;
    if (text[offset] !== '/') return offset;
    const comment = text[offset + 1];
    if (comment !== '/' && comment !== '*') return offset;
    const end = comment === '/' ? text.indexOf('\n', offset) : text.indexOf('*/', offset + 2) + 2;
    const after = end <= offset + 1 ? text.length : end;
    errors.add('JSON has no comments. Remove this one.', offset, after);
    offset = after;
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
