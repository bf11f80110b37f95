import { dirname, join } from 'node:path';
import type { FileKind } from '../core/document/file-kind';
import { formatOf } from '../core/document/format-of';
import type { LocatedDocument } from '../core/document/located';
import { readDocument } from '../core/document/read-document';
import { marksOf, relateFiles } from '../core/lint/relate-files';
import type { ReadFile, RelatedFiles } from '../core/lint/related-files';
import type { Files } from './files';

/** Finds the files that belong to one: connector files beside it, for a template also those one folder up. */
export async function relatedFiles(path: string, kind: FileKind, read: () => LocatedDocument, files: Files): Promise<RelatedFiles> {
  if (kind === 'connector') return {};
  // What tells a template's connector is its path alone: it is not read for that.
  const file: ReadFile = { fileName: path, get document() { return read(); } };
  const marks = marksOf(kind, file);
  const connectors: ReadFile[] = [];
  for (const folder of new Set(kind === 'template' ? [dirname(path), dirname(dirname(path))] : [dirname(path)])) {
    const names = (await files.list(folder)).filter((name) => /\.connector\.(ya?ml|json)$/i.test(name)).sort();
    for (const name of names.slice(0, mostCandidates)) {
      const connector = await readMarked(join(folder, name), marks, files);
      if (!connector) continue;
      connectors.push(connector);
      // One is enough for a template.
      const related = relateFiles(kind, file, [connector]);
      if (related.connector) return related;
    }
  }
  return relateFiles(kind, file, connectors);
}

/** The connector file that names a template. */
export const relatedConnector = (path: string, files: Files): Promise<RelatedFiles> =>
  relatedFiles(path, 'template', () => readDocument('', 'json'), files);

/** So that a folder of thousands of connectors does not slow the check of one file down. */
const mostCandidates = 100;

/** Most connectors beside a file are told apart without reading them as YAML. */
async function readMarked(path: string, marks: readonly string[], files: Files): Promise<ReadFile | undefined> {
  const text = await files.read(path);
  if (!text.ok || !marks.some((mark) => text.value.includes(mark))) return undefined;
  return { fileName: path, document: readDocument(text.value, formatOf(path, text.value)) };
}
