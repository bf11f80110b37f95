import type { Located, LocatedDocument } from '../../document/located';
import type { Span } from '../../model/finding';

/**
 * Where a pattern stands in the text values of a part of a template. The part is searched as it is written, so that one
 * without the pattern costs a single search; comments and keys are left out.
 */
export function textsIn({ text }: LocatedDocument, part: Located, pattern: RegExp): readonly { readonly match: string; readonly span: Span }[] {
  const { start: from, end } = part.span;
  return [...text.slice(from, end).matchAll(pattern)].flatMap(({ 0: match, index }) => {
    const span = { start: from + index, end: from + index + match.length };
    return isInText(part, span) ? [{ match, span }] : [];
  });
}

function isInText(node: Located, span: Span): boolean {
  if (span.start < node.span.start || span.end > node.span.end) return false;
  if (node.kind === 'scalar') return true;
  return (node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value)).some((child) => isInText(child, span));
}
