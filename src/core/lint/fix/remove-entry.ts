import type { DocumentText } from '../../document/document-text';
import type { LocatedDocument, LocatedMap } from '../../document/located';
import type { TextEdit } from '../../model/finding';
import { lineAround } from './line-around';

/** Takes one key with its value out of a map, with its comma or its lines; undefined where it is the only one. */
export function removeEntry({ text }: LocatedDocument, map: LocatedMap, name: string): TextEdit | undefined {
  const index = map.entries.findIndex(({ key }) => String(key.value) === name);
  const entry = map.entries[index];
  const previous = map.entries[index - 1];
  const following = map.entries[index + 1];
  if (!entry || (!previous && !following)) return undefined;
  if (text.charAt(map.span.start) === '{') {
    if (previous) return { span: { start: previous.value.span.end, end: entry.value.span.end }, newText: '' };
    return { span: { start: entry.key.span.start, end: following?.key.span.start ?? entry.value.span.end }, newText: '' };
  }
  const { start } = lineAround(text, entry.key.span.start);
  // A key behind a list's dash or a question mark shares its line with what must stay.
  if (text.slice(start, entry.key.span.start).trim() !== '') return undefined;
  return { span: { start, end: lineAround(text, lastCharacter(text, entry.value.span)).next }, newText: '' };
}

/** The end of a block value may stand behind its line end. */
function lastCharacter(text: DocumentText, { start, end }: { readonly start: number; readonly end: number }): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return last;
}
