import { entryOf } from '../../document/entry-of';
import type { Located } from '../../document/located';
import { keptPart } from './kept-part';

/** By their names, resources that are made under a condition alone, with the condition. The same object as long as they are the same. */
export const conditionalResources = keptPart(
  ({ section, name, value }) => (section === 'Resources' ? JSON.stringify([name, conditionOf(value)]) : ''),
  (entries): ReadonlyMap<string, string> =>
    new Map(
      entries.flatMap(({ section, name, value }): readonly [string, string][] => {
        const condition = section === 'Resources' ? conditionOf(value) : undefined;
        return condition === undefined ? [] : [[name, condition]];
      }),
    ),
);

/** The name of the condition under which a resource or an output is made. */
export function conditionOf(part: Located): string | undefined {
  const node = entryOf(part, 'Condition')?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
