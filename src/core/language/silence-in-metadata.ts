import { entryOf } from '../document/entry-of';
import type { Located, LocatedDocument } from '../document/located';
import { appendEntry, appendItem } from '../lint/fix/append-to';
import { meantSection } from '../lint/meant-section';
import type { TextEdit } from '../model/finding';

/**
 * Silences a rule in a whole template through its metadata: JSON has no comments. Undefined where the file has no place
 * for that, as a connector in Azure that stands alone, or where its place has a wrong name: it would be there twice.
 */
export function silenceInMetadata(document: LocatedDocument, rule: string): TextEdit | undefined {
  const { root, syntaxErrors } = document;
  const key = keyOf(root, rule);
  if (root?.kind !== 'map' || key === undefined || syntaxErrors.length > 0) return undefined;
  if (key === 'Metadata' && root.entries.some((entry) => meantSection(root, String(entry.key.value)) === key)) return undefined;
  return addBelow(document, root, [key, 'DefenderConnectors', 'Disable'], rule);
}

/** Adds what is missing of a path of keys, with a list of one rule at its end; where the list is there, the rule to it. */
function addBelow(document: LocatedDocument, map: Located, [key = '', ...deeper]: readonly string[], rule: string): TextEdit | undefined {
  if (map.kind !== 'map') return undefined;
  const value = entryOf(map, key)?.value;
  if (!value) return appendEntry(document, map, key, inBraces(deeper, JSON.stringify([rule])));
  if (deeper.length > 0) return addBelow(document, value, deeper, rule);
  return value.kind === 'sequence' ? appendItem(document, value, JSON.stringify(rule)) : undefined;
}

const inBraces = (keys: readonly string[], value: string): string =>
  keys.reduceRight((inner, key) => `{ ${JSON.stringify(key)}: ${inner} }`, value);

/** CloudFormation writes it large, ARM templates small. */
function keyOf(root: Located | undefined, rule: string): 'Metadata' | 'metadata' | undefined {
  if (rule.startsWith('template/')) return 'Metadata';
  return rule.startsWith('arm/') && entryOf(root, 'resources') ? 'metadata' : undefined;
}
