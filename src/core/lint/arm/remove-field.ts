import type { LocatedDocument, LocatedEntry, LocatedMap } from '../../document/located';
import type { TextEdit } from '../../model/finding';
import { removeEntry } from '../fix/remove-entry';

/** Takes a field out of an object; the last one leaves an empty object. */
export const removeField = (document: LocatedDocument, map: LocatedMap, { key }: LocatedEntry): TextEdit =>
  removeEntry(document, map, String(key.value)) ?? { span: map.span, newText: '{}' };
