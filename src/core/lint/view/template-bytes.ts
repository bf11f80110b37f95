import { countedIn } from '../../document/by-section';
import type { Located, LocatedDocument, LocatedEntry } from '../../document/located';
import { toPlain } from '../../document/to-plain';
import { utf8Length } from '../../generate/utf8-length';

/** Bytes of a template, counted anew only where it changed. */
export const templateBytes = (document: LocatedDocument): number => document.text.length + moreBytes(document);

/** Beyond one for each character. */
const moreBytes = countedIn((text) => utf8Length(text) - text.length);

/** Bytes of a template in JSON without any indentation. */
export function minifiedBytes({ root }: LocatedDocument): number {
  if (root?.kind !== 'map') return root ? utf8Length(JSON.stringify(toPlain(root))) : 0;
  const parts = root.entries.map((entry) => {
    const { key, value } = entry;
    if (value.kind !== 'map' || value.entries.length === 0) return entryBytes(entry, () => minified(entry));
    return utf8Length(JSON.stringify(String(key.value))) + 1 + joined(value.entries.map((inner) => entryBytes(inner, () => minified(inner))));
  });
  return joined(parts);
}

const entryBytes = kept<LocatedEntry>();

const minified = ({ key, value }: { readonly key: { readonly value: unknown }; readonly value: Located }): number =>
  utf8Length(JSON.stringify(String(key.value))) + 1 + utf8Length(JSON.stringify(toPlain(value)));

/** In braces, with commas between. */
const joined = (parts: readonly number[]): number => parts.reduce((sum, bytes) => sum + bytes, 0) + Math.max(0, parts.length - 1) + 2;

function kept<K extends object>(): (key: K, count: () => number) => number {
  const counts = new WeakMap<K, number>();
  return (key, count) => {
    const bytes = counts.get(key) ?? count();
    counts.set(key, bytes);
    return bytes;
  };
}
