import type { LocatedDocument, LocatedMap, LocatedSequence } from '../../document/located';
import type { TextEdit } from '../../model/finding';
import { lineAround, lineEndOf } from './line-around';

/** Adds a value behind the last one of a list, written as its neighbours are. */
export function appendItem(document: LocatedDocument, list: LocatedSequence, value: string): TextEdit {
  return append(document, list, list.items.at(-1)?.span, list.items.at(-1)?.span.start, value, '- ');
}

/** Adds a key with its value behind the last one of a map, written as its neighbours are. */
export function appendEntry(document: LocatedDocument, map: LocatedMap, key: string, value: string): TextEdit {
  const last = map.entries.at(-1);
  const written = document.format === 'json' ? `${JSON.stringify(key)}: ${value}` : `${yamlKey(key)}: ${value}`;
  return append(document, map, last?.value.span, last?.key.span.start, written, '');
}

const yamlKey = (key: string): string => (/^[\w$][-\w./:]*$/.test(key) ? key : JSON.stringify(key));

function append(
  { text }: LocatedDocument,
  parent: LocatedMap | LocatedSequence,
  last: { readonly end: number } | undefined,
  lastStart: number | undefined,
  written: string,
  marker: string,
): TextEdit {
  if (!last || lastStart === undefined) {
    const [open, close] = parent.kind === 'map' ? ['{ ', ' }'] : ['[', ']'];
    return { span: parent.span, newText: `${open}${written}${close}` };
  }
  const line = lineAround(text, lastStart);
  const before = text.slice(line.start, lastStart);
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  const inBrackets = /[[{]/.test(text.charAt(parent.span.start));
  if (!inBrackets) {
    const { end } = lineAround(text, last.end);
    const column = marker ? indent : before.replace(/[^\s]/g, ' ');
    return { span: { start: end, end }, newText: `${lineEndOf(text)}${column}${marker}${written}` };
  }
  const ownLine = before === indent;
  const separator = ownLine ? `,${lineEndOf(text)}${indent}` : ', ';
  return { span: { start: last.end, end: last.end }, newText: `${separator}${written}` };
}
