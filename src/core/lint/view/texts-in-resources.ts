import type { Located, LocatedDocument, LocatedScalar } from '../../document/located';
import { valueAt } from '../../document/value-at';

/** A place in a text value of a resource. */
export interface TextMatch {
  readonly match: string;
  readonly scalar: LocatedScalar;
  readonly start: number;
}

/**
 * Where a pattern stands in the text values of the resources. The file is searched as it is written, so that one
 * without the pattern costs a single search; comments and keys are left out.
 */
export function textsInResources({ text, root }: LocatedDocument, pattern: RegExp): readonly TextMatch[] {
  const found = [...text.matchAll(pattern)];
  const resources = found.length > 0 ? valueAt(root, 'Resources') : undefined;
  return found.flatMap(({ 0: match, index }) => {
    const scalar = resources && scalarAround(resources, index, index + match.length);
    return scalar ? [{ match, scalar, start: index }] : [];
  });
}

function scalarAround(node: Located, start: number, end: number): LocatedScalar | undefined {
  if (start < node.span.start || end > node.span.end) return undefined;
  if (node.kind === 'scalar') return node;
  for (const child of node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value)) {
    const found = scalarAround(child, start, end);
    if (found) return found;
  }
  return undefined;
}
