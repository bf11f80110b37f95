import { fileKind } from '../document/file-kind';
import { formatOf } from '../document/format-of';
import { readDocument } from '../document/read-document';
import type { Finding } from '../model/finding';
import { concernsDefender } from './concerns-defender';
import { lintDocument } from './lint-document';
import type { RelatedFiles } from './related-files';

/** Everything wrong with a file, sorted by place. Empty for a file that is not ours. Never throws, whatever the text. */
export function lint(text: string, fileName: string, related: RelatedFiles = {}): readonly Finding[] {
  const kind = fileKind(fileName, text);
  if (!kind || (kind === 'template' && !concernsDefender(text))) return [];
  return lintDocument(readDocument(text, formatOf(fileName, text)), kind, related);
}
