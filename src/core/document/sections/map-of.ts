import type { LocatedEntry, LocatedMap } from '../located';

/** From its first key to its last value, where no brackets tell. */
export const mapOf = (entries: readonly LocatedEntry[], span: LocatedMap['span'] | undefined): LocatedMap => ({
  kind: 'map',
  entries,
  span: span ?? { start: entries[0]?.key.span.start ?? 0, end: entries.at(-1)?.value.span.end ?? 0 },
});
