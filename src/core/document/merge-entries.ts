import type { Located, LocatedEntry } from './located';

/** Entries of a map with merge keys (`<<: *base`): its own win over merged ones, earlier merged ones over later. */
export function mergeEntries(entries: readonly LocatedEntry[], own: readonly LocatedEntry[]): readonly LocatedEntry[] {
  const names = new Set(own.map(({ key }) => key.value));
  const merged: LocatedEntry[] = [...own];
  for (const { key, value } of entries) {
    if (key.value !== '<<') continue;
    for (const entry of sources(value)) {
      if (names.has(entry.key.value)) continue;
      names.add(entry.key.value);
      merged.push(entry);
    }
  }
  return merged;
}

function sources(value: Located): readonly LocatedEntry[] {
  if (value.kind === 'map') return value.entries;
  if (value.kind === 'scalar') return [];
  return value.items.flatMap((item) => (item.kind === 'map' ? item.entries : []));
}
