import type { LocatedDocument, LocatedEntry } from '../located';
import { mapOf } from './map-of';
import type { Section } from './section';
import type { Shape } from './shape';

/** True where one section can stand for another: an entry of the same name, that reaches no further beyond itself. */
export const isAlike = (old: Section, now: Section): boolean =>
  now.role !== 'header' &&
  old.role === now.role &&
  nameIn(old) !== undefined &&
  nameIn(old) === nameIn(now) &&
  now.errors.length === 0 &&
  old.hasAnchors === now.hasAnchors &&
  old.hasOpenAliases === now.hasOpenAliases &&
  old.values === now.values;

/** Of the one entry that a section without mistakes has. */
export const nameIn = ({ entries }: Section): string | undefined => (entries.length === 1 ? String(entries[0]?.key.value) : undefined);

/**
 * The document before an edit with one entry in place of another that it is like: typing inside of an entry changes no more.
 * Undefined for a document with mistakes.
 */
export function withOneSwapped({ root, format, syntaxErrors }: LocatedDocument, text: LocatedDocument['text'], { parts, span }: Shape, swapped: { readonly index: number; readonly by: Section }): LocatedDocument | undefined {
  const entry = swapped.by.entries[0];
  if (root?.kind !== 'map' || !entry || syntaxErrors.length > 0) return undefined;
  let first = 0;
  const entries = parts.flatMap((part, index): readonly LocatedEntry[] => {
    const at = swapped.index - first;
    const known = root.entries[index];
    first += 1 + (part.children ?? 0);
    if (part.children === undefined) return at === 0 ? [entry] : known ? [known] : [];
    if (known?.value.kind !== 'map') return [];
    const inside = known.value.entries;
    const isHere = at > 0 && at <= inside.length;
    return [{ key: known.key, value: mapOf(isHere ? inside.with(at - 1, entry) : inside, part.span) }];
  });
  return entries.length === parts.length ? { text, format, root: mapOf(entries, span), syntaxErrors } : undefined;
}
