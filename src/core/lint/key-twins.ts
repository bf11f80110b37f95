import type { Located, LocatedMap } from '../document/located';
import type { TextEdit } from '../model/finding';

/** Tells of each edit, one after the other, whether it renames a key to one that its map has already, or got from an edit before. */
export function keyTwins(root: Located | undefined): (edit: TextEdit) => boolean {
  const taken = new Map<LocatedMap, Set<string>>();
  return ({ span, newText }) => {
    const found = root && mapOfKey(root, span.start);
    if (!found || found.key.span.start !== span.start || found.key.span.end !== span.end) return false;
    const names = taken.get(found.map) ?? new Set(found.map.entries.map(({ key }) => String(key.value)));
    taken.set(found.map, names);
    const name = newText.replace(/^(["'])(.*)\1$/, '$2');
    if (names.has(name)) return true;
    names.add(name);
    return false;
  };
}

/** The innermost map with a key at an offset. */
function mapOfKey(root: Located, offset: number): { readonly map: LocatedMap; readonly key: LocatedMap['entries'][number]['key'] } | undefined {
  let node: Located | undefined = root;
  while (node && node.kind !== 'scalar') {
    if (node.kind === 'sequence') {
      node = lastBefore(node.items, offset, ({ span }) => span.start);
      continue;
    }
    const entry = lastBefore(node.entries, offset, ({ key }) => key.span.start);
    if (!entry) return undefined;
    if (offset < entry.key.span.end) return { map: node, key: entry.key };
    node = entry.value;
  }
  return undefined;
}

/** By halving, for lists in the order of the text: what an alias brought in from elsewhere may stay unfound. */
function lastBefore<T>(all: readonly T[], offset: number, startOf: (one: T) => number): T | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && startOf(one) <= offset) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
