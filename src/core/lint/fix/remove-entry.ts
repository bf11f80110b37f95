import type { LocatedEntry, LocatedMap } from '../../document/located';
import type { TextEdit } from '../../model/finding';

/** Takes one key with its value out of a map in brackets, with its comma. */
export function removeEntry(map: LocatedMap, entry: LocatedEntry): TextEdit {
  const index = map.entries.indexOf(entry);
  const previous = map.entries[index - 1];
  const following = map.entries[index + 1];
  if (previous) return { span: { start: previous.value.span.end, end: entry.value.span.end }, newText: '' };
  if (following) return { span: { start: entry.key.span.start, end: following.key.span.start }, newText: '' };
  return { span: map.span, newText: '{}' };
}
