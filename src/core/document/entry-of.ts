import type { Located, LocatedEntry } from './located';

/** The entry of a map with this key, or undefined where there is none or the value is no map. Of duplicates the last. */
export function entryOf(node: Located | undefined, name: string): LocatedEntry | undefined {
  return node?.kind === 'map' ? node.entries.findLast(({ key }) => String(key.value) === name) : undefined;
}
