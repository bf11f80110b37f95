import type { Located, LocatedEntry, LocatedMap } from './located';

/** The entry of a map with this key, or undefined where there is none or the value is no map. Of duplicates the last. */
export function entryOf(node: Located | undefined, name: string): LocatedEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.length > mostSearched ? indexOf(node).get(name) : node.entries.findLast(({ key }) => String(key.value) === name);
}

/** From here on an index costs less than it saves: a hostile map can have a hundred thousand keys. */
const mostSearched = 100;

const indexes = new WeakMap<LocatedMap, ReadonlyMap<string, LocatedEntry>>();

function indexOf(map: LocatedMap): ReadonlyMap<string, LocatedEntry> {
  const known = indexes.get(map);
  if (known) return known;
  const index = new Map(map.entries.map((entry) => [String(entry.key.value), entry]));
  indexes.set(map, index);
  return index;
}
