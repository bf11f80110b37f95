import type { Span } from '../model/finding';
import { scanFlow } from './flow-context';

export interface BlockContext {
  readonly writes: 'key' | 'value';
  readonly path: readonly (string | number)[];
  readonly span: Span;
  readonly siblings: readonly string[];
  /** Where a flow collection around the cursor starts; the path then leads to that collection. */
  readonly flowStart: number | undefined;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Reads YAML's block style around a cursor by its indentation. */
export function blockContext(text: string, offset: number): BlockContext | undefined {
  const line = lineAt(text, offset);
  const flow = flowAround(text, line, offset);
  if (flow) return flow;

  const head = text.slice(line.start, offset);
  if (inComment(head)) return undefined;
  const { indent, item, key, word } = parts(head);
  const parents = parentsOf(text, line.start, indent, item);
  if (!parents) return undefined;
  const path = item ? [...parents.path, parents.earlier] : parents.path;
  const writes = item || key !== undefined ? 'value' : 'key';
  const span = { start: offset - word.length, end: wordEnd(text, offset, writes) };
  if (key !== undefined) return { writes, path: [...path, key], span, siblings: [], flowStart: undefined };
  return { writes, path, span, siblings: item ? [] : siblingsOf(text, line, indent), flowStart: undefined };
}

/** Colons are part of a key such as `Fn::Sub` where no space follows. */
const keyPattern = /^["']?([\w$./-]+(?::+[\w$./-]+)*)["']?\s*:(?:\s+|$)/;

function parts(head: string) {
  const indent = head.length - head.trimStart().length;
  const content = head.slice(indent);
  const item = /^-(\s+|$)/.exec(content);
  const rest = item ? content.slice(item[0].length) : content;
  const key = keyPattern.exec(rest);
  return { indent, item: item !== null, key: key?.[1], word: key ? rest.slice(key[0].length) : rest };
}

interface Parents {
  readonly path: readonly (string | number)[];
  /** Items before this one in its list. */
  readonly earlier: number;
}

/** What leads to a line, outermost first; undefined when it goes on a scalar's text. Only the innermost list is counted. */
function parentsOf(text: string, before: number, indent: number, item: boolean): Parents | undefined {
  const path: (string | number)[] = [];
  // A list may stand at the indentation of its key, so its key counts from one further in.
  let level: Level = { limit: item ? indent + 1 : indent, inList: item };
  let earlier = 0;
  for (let line = previousLine(text, before); line && level.limit > 0; line = previousLine(text, line.start)) {
    if (isBlank(line.text) || indentOf(line.text) >= level.limit) continue;
    if (isNextItem(line.text, level)) {
      if (path.length === 0) earlier += 1;
      continue;
    }
    const steps = stepsInto(line.text, level.limit);
    if (!steps) return undefined;
    path.unshift(...steps);
    level = levelOf(line.text);
  }
  return { path, earlier };
}

/** Lines that are indented less than `limit` hold what was found so far. */
interface Level {
  readonly limit: number;
  readonly inList: boolean;
}

const dashOf = (text: string): string | undefined => /^-(?:\s+|$)/.exec(text.trimStart())?.[0];

function levelOf(text: string): Level {
  const inList = dashOf(text) !== undefined;
  return { inList, limit: indentOf(text) + (inList ? 1 : 0) };
}

const isNextItem = (text: string, { limit, inList }: Level): boolean =>
  inList && indentOf(text) === limit - 1 && dashOf(text) !== undefined;

/** From a line to what it holds: an item of a list, a key whose value stands below, or both. */
function stepsInto(text: string, limit: number): readonly (string | number)[] | undefined {
  const dash = dashOf(text) ?? '';
  const column = indentOf(text) + dash.length;
  // The first key of an item stands in its line: its neighbours below are no deeper.
  if (dash !== '' && column >= limit) return [0];
  const key = openKey(text.slice(column));
  if (key === undefined) return undefined;
  return dash === '' ? [key] : [0, key];
}

/** The key of a line whose value stands below it. */
function openKey(line: string): string | undefined {
  const match = keyPattern.exec(line.trim());
  const value = match ? line.trim().slice(match[0].length) : '';
  return value === '' || value.startsWith('#') ? match?.[1] : undefined;
}

function siblingsOf(text: string, line: Line, indent: number): string[] {
  const keys: string[] = [];
  const collect = (next: (line: Line) => Line | undefined) => {
    for (let other = next(line); other; other = next(other)) {
      if (isBlank(other.text) || indentOf(other.text) > indent) continue;
      const first = firstOfItem(other.text, indent);
      if (first && other.start < line.start) keys.push(first);
      if (indentOf(other.text) < indent) return;
      const key = keyPattern.exec(other.text.trim())?.[1];
      if (key) keys.push(key);
    }
  };
  collect(({ start }) => previousLine(text, start));
  collect((other) => nextLine(text, other));
  return keys;
}

/** The key that stands behind a list's dash, in the column of its neighbours below. */
function firstOfItem(text: string, column: number): string | undefined {
  const dash = /^\s*-\s+/.exec(text)?.[0];
  return dash?.length === column ? keyPattern.exec(text.slice(column))?.[1] : undefined;
}

/** The flow collection that is open at the cursor: on this line, or begun on one of the lines before. */
function flowAround(text: string, line: Line, offset: number): BlockContext | undefined {
  let candidate: Line | undefined = line;
  for (let lines = 0; candidate && lines < maxFlowLines; lines += 1) {
    const { key, item, word } = parts(candidate.text);
    if ((key !== undefined || item) && /^(?:!\w+\s+)?[{[]/.test(word)) return flowFrom(text, candidate, offset);
    candidate = previousLine(text, candidate.start);
  }
  return undefined;
}

function flowFrom(text: string, line: Line, offset: number): BlockContext | undefined {
  const { indent, item, key, word } = parts(line.text);
  const tag = /^!(\w+)\s+/.exec(word);
  const start = line.start + line.text.length - word.length + (tag?.[0].length ?? 0);
  // Closed before the cursor, or never opened.
  if (start >= offset || scanFlow(text, start, offset).frames[0]?.start !== start) return undefined;
  const parents = parentsOf(text, line.start, indent, item);
  if (!parents) return undefined;
  const path = [...parents.path, ...(item ? [0] : []), ...(key === undefined ? [] : [key]), ...(tag ? [`Fn::${tag[1]}`] : [])];
  return { writes: 'value', path, span: { start: offset, end: offset }, siblings: [], flowStart: start };
}

const maxFlowLines = 50;

function lineAt(text: string, offset: number): Line {
  // lastIndexOf takes a negative position for zero, and would find a line break at the very start.
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return { start, text: text.slice(start, lineEnd(text, offset)).replace(/\r$/, '') };
}

function previousLine(text: string, start: number): Line | undefined {
  return start > 0 ? lineAt(text, start - 1) : undefined;
}

function nextLine(text: string, line: Line): Line | undefined {
  const end = lineEnd(text, line.start);
  return end < text.length ? lineAt(text, end + 1) : undefined;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function wordEnd(text: string, offset: number, writes: 'key' | 'value'): number {
  const rest = (writes === 'key' ? /^[\w-]*/ : /^[\w./:-]*/).exec(text.slice(offset, offset + 120));
  return offset + (rest?.[0].length ?? 0);
}

const indentOf = (line: string) => line.length - line.trimStart().length;

const isBlank = (line: string) => line.trim() === '' || line.trim().startsWith('#');

export const inComment = (head: string) => /(^|\s)#/.test(head.replace(/"[^"]*"|'[^']*'/g, ''));
