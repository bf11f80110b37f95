import type { DocumentText } from '../../document/document-text';
import type { LocatedDocument, LocatedSequence } from '../../document/located';
import type { TextEdit } from '../../model/finding';
import { lineAround } from './line-around';

/** Takes one item out of a list, with its comma or its line. */
export function removeItem(document: LocatedDocument, list: LocatedSequence, index: number): TextEdit {
  const { text } = document;
  const item = list.items[index];
  const previous = list.items[index - 1];
  const following = list.items[index + 1];
  if (!item || (!previous && !following)) return empty(text, list);
  if (text.charAt(list.span.start) !== '[') return removeLines(text, item.span.start, item.span.end);
  if (previous) return { span: { start: previous.span.end, end: item.span.end }, newText: '' };
  return { span: { start: item.span.start, end: following?.span.start ?? item.span.end }, newText: '' };
}

function removeLines(text: DocumentText, start: number, end: number): TextEdit {
  const { start: from } = lineAround(text, start);
  const { next } = lineAround(text, end);
  return { span: { start: from, end: next }, newText: '' };
}

/** Brackets may not stand in the column of their key, where dashes may: they go behind its colon. */
function empty(text: DocumentText, { span }: LocatedSequence): TextEdit {
  const before = text.slice(0, span.start).trimEnd();
  if (text.charAt(span.start) === '[' || !before.endsWith(':')) return { span, newText: text.charAt(span.start) === '[' ? '[]' : ' []' };
  return { span: { start: before.length, end: span.end }, newText: ' []' };
}
