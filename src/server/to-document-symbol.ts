import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver/node';
import type { OutlineItem, OutlineKind } from '../core/language/structure/outline';
import type { OpenText } from './open-text';
import { toRange } from './to-diagnostic';

const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  section: SymbolKind.Namespace,
  resource: SymbolKind.Class,
  parameter: SymbolKind.Variable,
  condition: SymbolKind.Boolean,
  mapping: SymbolKind.Enum,
  output: SymbolKind.Interface,
  map: SymbolKind.Object,
  list: SymbolKind.Array,
  value: SymbolKind.Property,
};

export const toDocumentSymbol = (document: OpenText, item: OutlineItem): DocumentSymbol => ({
  name: item.name,
  ...(item.detail ? { detail: item.detail } : {}),
  kind: symbolKinds[item.kind],
  range: toRange(document, item.span),
  selectionRange: toRange(document, item.nameSpan),
  children: item.children.map((child) => toDocumentSymbol(document, child)),
});

/** The same as a list, for editors without a tree. */
export const toSymbolInformation = (document: OpenText, item: OutlineItem, containerName?: string): readonly SymbolInformation[] => [
  {
    name: item.name,
    kind: symbolKinds[item.kind],
    location: { uri: document.uri, range: toRange(document, item.span) },
    ...(containerName ? { containerName } : {}),
  },
  ...item.children.flatMap((child) => toSymbolInformation(document, child, item.name)),
];
