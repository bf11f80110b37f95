import { formatOf } from '../document/format-of';
import { lineIndex } from '../document/line-index';
import { entryOf } from '../document/entry-of';
import { readDocument } from '../document/read-document';

/** The line, from one, on which a resource begins in a template file; null when it is not there. */
export function resourceLine(fileName: string, text: string, logicalId: string): number | null {
  const { root } = readDocument(text, formatOf(fileName, text));
  const resource = entryOf(entryOf(root, 'Resources')?.value, logicalId);
  return resource ? lineIndex(text).positionAt(resource.key.span.start).line + 1 : null;
}
