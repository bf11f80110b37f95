import type { LocatedDocument } from '../document/located';
import { valueAt } from '../document/value-at';
import type { Suppression } from './suppressions';

/** Rules that a template's own metadata silences: JSON has no comments. */
export function templateSuppressions({ root }: LocatedDocument): readonly Suppression[] {
  // CloudFormation writes it large, ARM templates small.
  const list = valueAt(root, 'Metadata', 'DefenderConnectors', 'Disable') ?? valueAt(root, 'metadata', 'DefenderConnectors', 'Disable');
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => {
    if (item.kind !== 'scalar') return [];
    const quote = item.style === 'plain' ? 0 : 1;
    const span = { start: item.span.start + quote, end: item.span.end - quote };
    return [{ rule: String(item.value), line: undefined, span }];
  });
}
