import type { DocumentText } from '../../document/document-text';
import type { LocatedScalar } from '../../document/located';
import type { Span } from '../../model/finding';

/** Where the text of a scalar stands, without its quotes. */
export function scalarInside(text: DocumentText, { span, style }: LocatedScalar): Span {
  if (style !== 'double' && style !== 'single') return { start: span.start, end: span.end };
  const first = text.charAt(span.start);
  if (first !== '"' && first !== "'") return { start: span.start, end: span.end };
  const isClosed = span.end - span.start > 1 && text.charAt(span.end - 1) === first;
  return { start: span.start + 1, end: isClosed ? span.end - 1 : Math.max(span.end, span.start + 1) };
}
