import { entryOf } from './entry-of';
import type { Located } from './located';

/** The value at a path of keys and list positions, or undefined where the path leaves the document. */
export function valueAt(node: Located | undefined, ...path: readonly (string | number)[]): Located | undefined {
  let value = node;
  for (const step of path) {
    value = value?.kind === 'sequence' ? value.items[Number(step)] : entryOf(value, String(step))?.value;
  }
  return value;
}
