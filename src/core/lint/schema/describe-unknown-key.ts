import { shown } from '../../document/shown';
import { entryOf } from '../../document/entry-of';
import { replace } from '../fix/replace';
import { nearest } from '../nearest';
import type { Description } from './describe-error';
import type { Place } from './place';
import { schemaAt } from './schema-at';

export function describeUnknownKey({ name, value }: Place, unknown: string, schemaPath: string): Description {
  const known = knownKeys(schemaPath);
  const span = entryOf(value, unknown)?.key.span ?? value.span;
  const owner = name === '' ? 'a connector' : name;
  const meant = nearest(unknown, known.filter((key) => !entryOf(value, key)));
  if (!meant) {
    return { message: `Key ${shown(unknown)} is not known in ${owner}, which can have ${known.join(', ')}. Remove it.`, span, fixes: [] };
  }
  return {
    message: `Key ${shown(unknown)} is not known in ${owner}. Write ${meant}.`,
    span,
    fixes: [replace(`Rename to ${meant}`, span, value.kind === 'map' && isQuoted(value, unknown) ? JSON.stringify(meant) : meant)],
  };
}

const isQuoted = (map: Place['value'], key: string): boolean => entryOf(map, key)?.key.style !== 'plain';

/** Keys of the map that the error's `additionalProperties` closes; without `$schema`, which nobody means. */
function knownKeys(schemaPath: string): readonly string[] {
  const part = schemaAt(schemaPath);
  const properties = typeof part === 'object' && part !== null && 'properties' in part ? part.properties : undefined;
  return Object.keys(properties ?? {}).filter((key) => !key.startsWith('$'));
}
