import type { DocumentText } from '../../document/document-text';
import type { LocatedDocument, LocatedMap, LocatedSequence } from '../../document/located';
import type { Span, TextEdit } from '../../model/finding';
import { lineAround, lineEndOf } from './line-around';

/** Adds a value behind the last one of a list, written as its neighbours are. */
export function appendItem(document: LocatedDocument, list: LocatedSequence, value: string): TextEdit {
  const last = list.items.at(-1)?.span;
  return append(document, list, last, value, '- ');
}

/** The same for several values: one edit, since they all go to the same place. */
export function appendItems(document: LocatedDocument, list: LocatedSequence, values: readonly string[]): readonly TextEdit[] {
  const edits = values.map((value) => appendItem(document, list, value));
  const [first] = edits;
  return first && list.items.length > 0 ? [{ span: first.span, newText: edits.map(({ newText }) => newText).join('') }] : [];
}

/** Adds a key with its value behind the last one of a map, written as its neighbours are. */
export function appendEntry(document: LocatedDocument, map: LocatedMap, key: string, value: string): TextEdit {
  const last = map.entries.at(-1);
  const written = document.format === 'json' ? `${JSON.stringify(key)}: ${value}` : `${yamlKey(key)}: ${value}`;
  return append(document, map, last && { start: last.key.span.start, end: last.value.span.end }, written, '');
}

/** The same for several keys: one edit, since they all go to the same place. */
export function appendEntries(document: LocatedDocument, map: LocatedMap, entries: readonly (readonly [key: string, value: string])[]): readonly TextEdit[] {
  const edits = entries.map(([key, value]) => appendEntry(document, map, key, value));
  const [first] = edits;
  return first && map.entries.length > 0 ? [{ span: first.span, newText: edits.map(({ newText }) => newText).join('') }] : [];
}

const yamlKey = (key: string): string => (/^[\w$][-\w./:]*$/.test(key) ? key : JSON.stringify(key));

function append({ text }: LocatedDocument, parent: LocatedMap | LocatedSequence, found: Span | undefined, written: string, marker: string): TextEdit {
  if (!found) {
    const [open, close] = parent.kind === 'map' ? ['{ ', ' }'] : ['[', ']'];
    return { span: parent.span, newText: `${open}${written}${close}` };
  }
  const inBrackets = /[[{]/.test(text.charAt(parent.span.start));
  const last = isInside(found, parent.span) ? found : aliasAtEnd(text, parent.span, inBrackets);
  const line = lineAround(text, last.start);
  const before = text.slice(line.start, last.start);
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  if (!inBrackets) {
    const { end } = lineAround(text, last.end);
    // The anchor and the tag of a key stand where the key would.
    const column = marker ? indent : before.replace(/[&!].*$/, '').replace(/[^\s]/g, ' ');
    return { span: { start: end, end }, newText: `${lineEndOf(text)}${column}${marker}${written}` };
  }
  const ownLine = before === indent;
  const separator = ownLine ? `,${lineEndOf(text)}${indent}` : ', ';
  return { span: { start: last.end, end: last.end }, newText: `${separator}${written}` };
}

/** What ends before it starts has a key here and stands for a value further up. */
const isInside = (span: Span, parent: Span): boolean => span.start >= parent.start && span.end <= parent.end && span.start <= span.end;

/** An alias is the value that it stands for, and knows where that stands: where the alias ends, the parent does. */
function aliasAtEnd(text: DocumentText, { start, end }: Span, inBrackets: boolean): Span {
  const inner = text.slice(start, inBrackets ? end - 1 : end);
  return { start, end: start + inner.replace(/[\s,]+$/, '').length };
}
