import { lineIndex } from '../document/line-index';
import type { RelatedPlace, Span } from '../model/finding';
import type { ReadFile } from './related-files';

/** A place in another file, with what to see there. */
export function relatedPlace({ fileName, document }: ReadFile, span: Span, message: string): RelatedPlace {
  const lines = lineIndex(document.text.toString());
  return { fileName, span, range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) }, message };
}
