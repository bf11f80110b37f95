import { entryOf } from '../document/entry-of';
import { valueAt } from '../document/value-at';
import type { RelatedPlace } from '../model/finding';
import type { ReadFile } from './related-files';
import { relatedPlace } from './related-place';

/** A link to a key of the connector file, or to its beginning where that key is left to its default. */
export function seeConnector(file: ReadFile | undefined, path: readonly string[], message: string): { readonly related?: readonly RelatedPlace[] } {
  if (!file) return {};
  const key = entryOf(valueAt(file.document.root, ...path.slice(0, -1)), path.at(-1) ?? '')?.key;
  return { related: [relatedPlace(file, key?.span ?? { start: 0, end: 0 }, message)] };
}
