import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  FoldingRangeKind,
  type CodeLens,
  type CodeLensParams,
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { foldsOf } from '../core/language/structure/folding';
import { lensesOf, type Lens } from '../core/language/structure/lenses';
import { linksOf, type Link } from '../core/language/structure/links';
import { outlineOf } from '../core/language/structure/outline';
import { selectionsAt } from '../core/language/structure/selection';
import { aboutDocument, type FeatureService } from './feature-service';
import { pathOf } from './file-names';
import type { OpenText } from './open-text';
import { toDocumentSymbol, toSymbolInformation } from './to-document-symbol';
import { toRange } from './to-diagnostic';

/** What a document consists of, and what stands above its lines. */
export function provideStructure(service: FeatureService): void {
  const { connection, client, commands } = service;
  const isTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  const mostFolds = client.textDocument?.foldingRange?.rangeLimit;

  connection.onDocumentSymbol(
    aboutDocument<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null>(service, 'Outline', null, ({ document, kind, located }) => {
      const items = outlineOf(located, kind);
      return isTree ? items.map((item) => toDocumentSymbol(document, item)) : items.flatMap((item) => toSymbolInformation(document, item));
    }),
  );

  connection.onFoldingRanges(
    // Null lets the editor fold by indentation: an empty list would switch folding off.
    aboutDocument<FoldingRangeParams, FoldingRange[] | null>(service, 'Folding', null, ({ located }) => {
      const folds = foldsOf(located, mostFolds);
      if (folds.length === 0) return null;
      return folds.map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}) }));
    }),
  );

  connection.onSelectionRanges(
    aboutDocument<SelectionRangeParams, SelectionRange[] | null>(service, 'Selection', null, ({ document, located }, { positions }) =>
      positions.map((position) => {
        const spans = selectionsAt(located, document.offsetAt(position));
        return spans.reduceRight<SelectionRange | undefined>((parent, span) => ({ range: toRange(document, span), ...(parent ? { parent } : {}) }), undefined)
          ?? { range: { start: position, end: position } };
      }),
    ),
  );

  connection.onDocumentLinks(
    aboutDocument<DocumentLinkParams, DocumentLink[]>(service, 'Links', [], ({ document, kind, located }) =>
      linksOf(located, kind).flatMap((link) => toLink(document, link) ?? []),
    ),
  );

  connection.onCodeLens(
    aboutDocument<CodeLensParams, CodeLens[]>(service, 'Code lens', [], ({ document, kind, located }) =>
      lensesOf(located, kind).flatMap((lens) => toCodeLens(document, lens, commands) ?? []),
    ),
  );
}

function toLink(document: OpenText, link: Link): DocumentLink | undefined {
  const range = toRange(document, link.span);
  if ('url' in link) return { range, target: link.url, tooltip: link.tooltip };
  const own = pathOf(document.uri);
  return own ? { range, target: pathToFileURL(resolve(dirname(own), link.path)).href, tooltip: link.tooltip } : undefined;
}

const commandOf: Readonly<Record<NonNullable<Lens['does']>, string>> = {
  generate: 'defenderConnectors.generateTemplate',
  preview: 'defenderConnectors.previewDeployment',
  deploy: 'defenderConnectors.deployConnector',
  health: 'defenderConnectors.showHealth',
  simulate: 'defenderConnectors.simulateTokens',
};

/** Undefined for a command that the client does not have. A lens that only says something has none. */
function toCodeLens(document: OpenText, { span, title, does, tells }: Lens, commands: ReadonlySet<string>): CodeLens | undefined {
  const range = toRange(document, span);
  const command = does && commandOf[does];
  // What was never saved has no path to generate beside.
  if (command && commands.has(command) && pathOf(document.uri)) return { range, command: { title, command, arguments: [document.uri] } };
  return !does || tells ? { range, command: { title, command: '' } } : undefined;
}
