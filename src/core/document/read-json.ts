import { shown } from './shown';
import { reportDuplicateKeys } from './duplicate-keys';
import { type JsonToken, jsonTokens } from './json-tokens';
import type { Located, LocatedDocument, LocatedEntry, LocatedScalar, LocatedSequence } from './located';
import { readingLimits } from './reading-limits';
import { type SyntaxErrors, syntaxErrors } from './syntax-errors';
import type { Span } from '../model/finding';

/** Reads JSON in one pass, and goes on behind each mistake: a file is half-typed most of its life. */
export function readJson(text: string): LocatedDocument {
  const errors = syntaxErrors(text);
  const next = jsonTokens(text, errors);
  const state: State = { next, token: next(), errors, spanAt: (start, end) => ({ start, end }), depth: 0, stopped: false };
  const root = state.token.kind === 'end' ? undefined : readValue(state);
  // A file that starts with a bare word is no JSON at all: one error says enough.
  const notJson = root?.kind === 'scalar' && errors.all.length > 0;
  if (!state.stopped && !notJson && state.token.kind !== 'end') {
    errors.add('The file goes on behind the end of its value. Remove what follows.', state.token.start, text.length);
  }
  return { text, format: 'json', root, syntaxErrors: errors.all };
}

export interface JsonPart {
  readonly errors: SyntaxErrors;
  readonly spanAt: (start: number, end: number) => Span;
  /** Of the map that the member belongs to. */
  readonly depth: number;
  readonly isKeyOnly: boolean;
}

/** Reads a member of a map that is cut out. Undefined where a mistake makes its value end before or behind the text's end. */
export function readJsonMember(text: string, { isKeyOnly, ...part }: JsonPart): LocatedEntry | undefined {
  const next = jsonTokens(text, part.errors);
  const state: State = { ...part, next, token: next(), stopped: false };
  if (isKeyOnly) return { key: readScalar(state), value: absent(state, text.length) };
  const entry = readEntry(state);
  return state.stopped || state.ranOut || state.token.kind !== 'end' ? undefined : entry;
}

interface State {
  readonly spanAt: (start: number, end: number) => Span;
  readonly next: () => JsonToken;
  readonly errors: SyntaxErrors;
  token: JsonToken;
  depth: number;
  /** Set when a limit is reached: every loop then ends. */
  stopped: boolean;
  /** Set where a collection is still open at the end. */
  ranOut?: boolean;
}

function readValue(state: State): Located {
  const { kind, start, end } = state.token;
  if (kind === '{' || kind === '[') {
    if (state.depth >= readingLimits.depth) return stop(state);
    state.depth += 1;
    const value = kind === '{' ? readMap(state) : readSequence(state);
    state.depth -= 1;
    return value;
  }
  if (kind === 'scalar') return readScalar(state);
  if (kind === 'word') {
    const word = shown(String(state.token.value));
    state.errors.add(`${word} is no JSON value. Put text in double quotes.`, start, end);
    return readScalar(state);
  }
  state.errors.add('A value is missing here.', start, end);
  return absent(state, start);
}

function readScalar(state: State): LocatedScalar {
  const { value, start, end } = state.token;
  state.token = state.next();
  return { kind: 'scalar', value, span: state.spanAt(start, end), style: typeof value === 'string' ? 'double' : 'plain' };
}

function readMap(state: State): Located {
  const open = state.token;
  const entries: LocatedEntry[] = [];
  state.token = state.next();
  while (!closes(state, '}', open)) {
    const entry = readEntry(state);
    if (entry) entries.push(entry);
    separate(state, '}');
  }
  reportDuplicateKeys(entries, state.errors);
  return { kind: 'map', entries, span: state.spanAt(open.start, close(state, '}')) };
}

function readEntry(state: State): LocatedEntry | undefined {
  const { kind, start, end, value } = state.token;
  if (kind !== 'scalar' && kind !== 'word') {
    state.errors.add('A key in double quotes is missing here.', start, end);
    if (kind !== ',') state.token = state.next();
    return undefined;
  }
  if (typeof value !== 'string' || kind === 'word') {
    state.errors.add(`Key ${shown(String(value))} needs double quotes.`, start, end);
  }
  const key = readScalar(state);
  if (state.token.kind !== ':') {
    state.errors.add(`Key ${shown(String(key.value))} needs a colon and a value.`, key.span.start, key.span.end);
    const isValue = /^(?:scalar|[[{])$/.test(state.token.kind);
    return { key, value: isValue ? readValue(state) : absent(state, key.span.end) };
  }
  const colon = state.token;
  state.token = state.next();
  if (state.token.kind === ',' || state.token.kind === '}' || state.token.kind === 'end') {
    state.errors.add(`Key ${shown(String(key.value))} has no value.`, key.span.start, key.span.end);
    return { key, value: absent(state, colon.end) };
  }
  return { key, value: readValue(state) };
}

function readSequence(state: State): LocatedSequence {
  const open = state.token;
  const items: Located[] = [];
  state.token = state.next();
  while (!closes(state, ']', open)) {
    if (state.token.kind === ':') {
      state.errors.add('A colon does not belong in a list.', state.token.start, state.token.end);
      state.token = state.next();
      continue;
    }
    items.push(readValue(state));
    separate(state, ']');
  }
  return { kind: 'sequence', items, span: state.spanAt(open.start, close(state, ']')) };
}

/** True at the end of a collection, also where its bracket is missing or another one stands there. */
function closes(state: State, bracket: '}' | ']', open: JsonToken): boolean {
  const { kind, start, end } = state.token;
  if (state.stopped || kind === bracket) return true;
  if (kind !== 'end' && kind !== '}' && kind !== ']') return false;
  if (kind === 'end') state.ranOut = true;
  state.errors.add(`The ${open.kind} opened here is never closed. Add ${bracket}.`, open.start, open.end);
  // A foreign bracket closes an outer collection; where there is none, it stands in for ours.
  if (state.depth === 1 && kind !== 'end') {
    state.errors.add(`${kind} does not close anything here. Write ${bracket}.`, start, end);
    state.token = { ...state.token, kind: bracket };
  }
  return true;
}

function close(state: State, bracket: '}' | ']'): number {
  const { kind, start, end } = state.token;
  if (kind !== bracket) return start;
  state.token = state.next();
  return end;
}

/** Reads the comma between two values; tells a missing one and one too many. */
function separate(state: State, bracket: '}' | ']'): void {
  const { kind, start, end } = state.token;
  if (kind === ',') {
    state.token = state.next();
    if (state.token.kind === bracket) state.errors.add('Nothing follows this comma. Remove it.', start, end);
    return;
  }
  if (kind === '}' || kind === ']' || kind === 'end' || state.stopped) return;
  state.errors.add('A comma is missing before this.', start, end);
}

function stop(state: State): LocatedScalar {
  const { start, end } = state.token;
  if (!state.stopped) {
    state.errors.add(`Values are nested more than ${readingLimits.depth} levels deep. Flatten the file.`, start, end);
  }
  state.stopped = true;
  return absent(state, start);
}

const absent = ({ spanAt }: State, at: number): LocatedScalar => ({ kind: 'scalar', value: null, span: spanAt(at, at), style: 'plain' });
