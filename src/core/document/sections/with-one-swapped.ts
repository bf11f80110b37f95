import { difference } from '../difference';
import type { LocatedDocument, LocatedEntry } from '../located';
import type { Cut } from './cut';
import { mapOf } from './map-of';
import type { Section } from './section';

interface Earlier {
  readonly document: LocatedDocument;
  readonly sections: readonly Section[];
}

/**
 * The document before an edit with one entry in place of another: typing inside of an entry changes no more. Undefined where
 * more is to be looked at: where there are mistakes, a key has another name, or what reaches beyond a section has changed.
 */
export function withOneSwapped({ document, sections: before }: Earlier, text: string, { parts, span }: Cut, sections: readonly Section[]): LocatedDocument | undefined {
  const { start, removed, added } = difference(before, sections);
  const [old, now] = [removed[0], added[0]];
  if (removed.length !== 1 || added.length !== 1 || !old || !now || !isAlike(old, now)) return undefined;
  const { root, format, syntaxErrors } = document;
  const entry = now.entries[0];
  if (root?.kind !== 'map' || !entry || syntaxErrors.length > 0) return undefined;
  let first = 0;
  const entries = parts.map((part, index): LocatedEntry | undefined => {
    const at = start - first;
    const known = root.entries[index];
    first += 1 + (part.children?.length ?? 0);
    if (!part.children) return at === 0 ? entry : known;
    if (known?.value.kind !== 'map') return undefined;
    const inside = known.value.entries;
    const isHere = at > 0 && at <= inside.length;
    return { key: known.key, value: mapOf(isHere ? [...inside.slice(0, at - 1), entry, ...inside.slice(at)] : inside, part.span) };
  });
  const whole = entries.flatMap((one) => one ?? []);
  return whole.length === parts.length ? { text, format, root: mapOf(whole, span), syntaxErrors } : undefined;
}

const isAlike = (old: Section, now: Section): boolean =>
  now.role !== 'header' &&
  old.role === now.role &&
  nameIn(old) !== undefined &&
  nameIn(old) === nameIn(now) &&
  now.errors.length === 0 &&
  old.hasAnchors === now.hasAnchors &&
  old.hasOpenAliases === now.hasOpenAliases &&
  old.values === now.values;

/** Of the one entry that a section without mistakes has. */
const nameIn = ({ entries }: Section): string | undefined => (entries.length === 1 ? String(entries[0]?.key.value) : undefined);
