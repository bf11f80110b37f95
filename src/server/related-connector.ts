import { basename, dirname, join, resolve } from 'node:path';
import { formatOf } from '../core/document/format-of';
import { readDocument } from '../core/document/read-document';
import { valueAt } from '../core/document/value-at';
import type { RelatedFiles } from '../core/lint/related-files';
import type { Files } from './files';

/** The connector file whose `deployment.template` names a template; looked for beside the template and one folder up. */
export async function relatedConnector(templatePath: string, files: Files): Promise<RelatedFiles> {
  const folder = dirname(templatePath);
  for (const place of new Set([folder, dirname(folder)])) {
    const names = (await files.list(place)).filter((name) => /\.connector\.(ya?ml|json)$/i.test(name)).sort();
    for (const name of names.slice(0, mostCandidates)) {
      const related = await ifNames(templatePath, join(place, name), files);
      if (related) return related;
    }
  }
  return {};
}

/** So that a folder of thousands of connectors does not slow the check of one template down. */
const mostCandidates = 100;

async function ifNames(templatePath: string, path: string, files: Files): Promise<RelatedFiles | undefined> {
  const text = await files.read(path);
  // Most connectors beside a template are told apart without reading them as YAML.
  if (!text.ok || !text.value.includes(basename(templatePath))) return undefined;
  const document = readDocument(text.value, formatOf(path, text.value));
  const template = valueAt(document.root, 'deployment', 'template');
  if (template?.kind !== 'scalar' || typeof template.value !== 'string') return undefined;
  const names = resolve(dirname(path), template.value) === resolve(templatePath);
  return names ? { connector: { fileName: path, document } } : undefined;
}
