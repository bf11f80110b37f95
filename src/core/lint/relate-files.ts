import { entryOf } from '../document/entry-of';
import type { FileKind } from '../document/file-kind';
import { folderOf, resolvePath } from '../document/resolve-path';
import { valueAt } from '../document/value-at';
import type { ReadFile, RelatedFiles } from './related-files';
import { knownText } from './view/arm-expression';
import { armResources } from './view/arm-resources';

/** Which of some connector files belong to a file. Paths may be relative, if all are so to one folder. */
export function relateFiles(kind: FileKind, file: ReadFile, connectors: readonly ReadFile[]): RelatedFiles {
  if (kind === 'template') {
    const connector = connectors.find((candidate) => namesTemplate(candidate, file.fileName));
    return connector ? { connector } : {};
  }
  if (kind !== 'arm') return {};
  const marks = armMarks(file);
  const related = connectors.filter(({ document }) =>
    [knownText(valueAt(document.root, 'name')), knownText(valueAt(document.root, 'account', 'id'))].some((mark) => mark !== undefined && marks.includes(mark)),
  );
  return related.length > 0 ? { connectors: related } : {};
}

/**
 * Texts of which a connector file must hold one to belong to the file, so that the others need not be read as YAML:
 * the name of a template, the names and accounts of connectors in Azure.
 */
export function marksOf(kind: FileKind, file: ReadFile): readonly string[] {
  if (kind === 'template') return [file.fileName.replace(/^.*[\\/]/, '')];
  return kind === 'arm' ? armMarks(file) : [];
}

function namesTemplate({ fileName, document }: ReadFile, template: string): boolean {
  const named = valueAt(document.root, 'deployment', 'template');
  if (named?.kind !== 'scalar' || typeof named.value !== 'string') return false;
  return resolvePath(folderOf(fileName), named.value) === resolvePath(folderOf(template), template.replace(/^.*[\\/]/, ''));
}

const armMarks = ({ document }: ReadFile): readonly string[] =>
  armResources(document.root).flatMap(({ map }) => [
    knownText(entryOf(map, 'name')?.value) ?? [],
    knownText(valueAt(map, 'properties', 'hierarchyIdentifier')) ?? [],
  ].flat());
