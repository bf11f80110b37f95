import type { TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Keeps other people's YAML and JSON away from the server: a document is opened there when it is, or becomes, one of ours,
 * and only opened documents are asked about.
 */
export function relevantDocuments(
  isRelevant: (document: TextDocument) => boolean,
  sendOpen: (document: TextDocument) => Promise<void>,
): Middleware {
  const opened = new Set<string>();
  const isOpen = ({ uri }: TextDocument) => opened.has(uri.toString());
  const open = (document: TextDocument) => opened.add(document.uri.toString());

  return {
    didOpen: async (document, next) => {
      if (!isRelevant(document)) return;
      open(document);
      await next(document);
    },
    didChange: async (event, next) => {
      if (isOpen(event.document)) return next(event);
      if (!isRelevant(event.document)) return;
      open(event.document);
      await sendOpen(event.document); // carries the text after this change
    },
    didSave: async (document, next) => {
      if (isOpen(document)) await next(document);
    },
    didClose: async (document, next) => {
      if (opened.delete(document.uri.toString())) await next(document);
    },
    provideHover: (document, position, token, next) => (isOpen(document) ? next(document, position, token) : undefined),
    provideCompletionItem: (document, position, context, token, next) =>
      isOpen(document) ? next(document, position, context, token) : undefined,
    provideCodeActions: (document, range, context, token, next) =>
      isOpen(document) ? next(document, range, context, token) : undefined,
    provideDocumentSymbols: (document, token, next) => (isOpen(document) ? next(document, token) : undefined),
    provideDefinition: (document, position, token, next) => (isOpen(document) ? next(document, position, token) : undefined),
    provideReferences: (document, position, context, token, next) =>
      isOpen(document) ? next(document, position, context, token) : undefined,
    prepareRename: (document, position, token, next) => (isOpen(document) ? next(document, position, token) : undefined),
    provideRenameEdits: (document, position, newName, token, next) =>
      isOpen(document) ? next(document, position, newName, token) : undefined,
    provideFoldingRanges: (document, context, token, next) => (isOpen(document) ? next(document, context, token) : undefined),
    provideSelectionRanges: (document, positions, token, next) => (isOpen(document) ? next(document, positions, token) : undefined),
    provideDocumentLinks: (document, token, next) => (isOpen(document) ? next(document, token) : undefined),
    provideCodeLenses: (document, token, next) => (isOpen(document) ? next(document, token) : undefined),
  };
}
