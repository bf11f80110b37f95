import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DefinitionLink, Range } from 'vscode-languageserver/node';
import { formatOf } from '../core/document/format-of';
import { lineIndex } from '../core/document/line-index';
import { readDocument } from '../core/document/read-document';
import { connectorTarget, roleInTemplate } from '../core/language/names/connector-target';
import type { Span } from '../core/model/finding';
import type { OpenDocument } from './feature-service';
import { pathOf } from './file-names';
import type { Files } from './files';
import { toRange } from './to-diagnostic';

/** From a connector to the template that it names, and from a role of its to that role in the template. */
export async function connectorDefinition({ document, located }: OpenDocument, offset: number, files: Files): Promise<DefinitionLink[]> {
  const target = connectorTarget(located, offset);
  const own = pathOf(document.uri);
  if (!target || !own) return [];
  const path = resolve(dirname(own), target.template);
  const text = await files.read(path);
  if (!text.ok) return [];
  const template = readDocument(text.value, formatOf(path, text.value));
  const place = target.roleId === undefined ? { whole: start, name: start } : roleInTemplate(template, located, target.roleId);
  if (!place) return [];
  return [
    {
      originSelectionRange: toRange(document, target.span),
      targetUri: pathToFileURL(path).href,
      targetRange: rangeIn(text.value, place.whole),
      targetSelectionRange: rangeIn(text.value, place.name),
    },
  ];
}

const start: Span = { start: 0, end: 0 };

function rangeIn(text: string, { start: from, end: to }: Span): Range {
  const lines = lineIndex(text);
  return { start: lines.positionAt(from), end: lines.positionAt(to) };
}
