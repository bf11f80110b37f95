import { entryOf } from '../document/entry-of';
import type { Located, LocatedDocument } from '../document/located';
import { appendEntry, appendItem } from '../lint/fix/append-to';
import type { TextEdit } from '../model/finding';

/**
 * Silences a rule in a whole template through its metadata: JSON has no comments. Undefined where the file has no place
 * for that, as a connector in Azure that stands alone.
 */
export function silenceInMetadata(document: LocatedDocument, rule: string): TextEdit | undefined {
  const { root, syntaxErrors } = document;
  const key = keyOf(root, rule);
  if (root?.kind !== 'map' || key === undefined || syntaxErrors.length > 0) return undefined;
  const list = JSON.stringify([rule]);
  const metadata = entryOf(root, key)?.value;
  if (!metadata) return appendEntry(document, root, key, `{ "DefenderConnectors": { "Disable": ${list} } }`);
  if (metadata.kind !== 'map') return undefined;
  const own = entryOf(metadata, 'DefenderConnectors')?.value;
  if (!own) return appendEntry(document, metadata, 'DefenderConnectors', `{ "Disable": ${list} }`);
  if (own.kind !== 'map') return undefined;
  const silenced = entryOf(own, 'Disable')?.value;
  if (!silenced) return appendEntry(document, own, 'Disable', list);
  return silenced.kind === 'sequence' ? appendItem(document, silenced, JSON.stringify(rule)) : undefined;
}

/** CloudFormation writes it large, ARM templates small. */
function keyOf(root: Located | undefined, rule: string): 'Metadata' | 'metadata' | undefined {
  if (rule.startsWith('template/')) return 'Metadata';
  return rule.startsWith('arm/') && entryOf(root, 'resources') ? 'metadata' : undefined;
}
