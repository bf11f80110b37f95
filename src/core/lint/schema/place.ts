import { shown } from '../../document/shown';
import { entryOf } from '../../document/entry-of';
import type { Located, LocatedMap, LocatedScalar } from '../../document/located';

/** Where a JSON pointer leads in a document. */
export interface Place {
  /** Keys and positions joined with dots; empty for the root. */
  readonly name: string;
  readonly value: Located;
  /** The key of the value; of a list's item the key of the list; of the root its first key. */
  readonly key: LocatedScalar | undefined;
}

export function placeOf(root: LocatedMap, pointer: string): Place {
  const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let value: Located = root;
  let key = root.entries[0]?.key;
  for (const step of steps) {
    if (value.kind === 'sequence') {
      value = value.items[Number(step)] ?? value;
      continue;
    }
    const entry = entryOf(value, step);
    if (!entry) break;
    ({ key, value } = entry);
  }
  return { name: shown(steps.join('.')), value, key };
}
