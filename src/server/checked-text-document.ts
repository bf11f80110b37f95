import type { TextDocumentsConfiguration } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Documents as a client says them. What it leaves out is empty: one document without a text must not spoil the others. */
export const checkedTextDocument: TextDocumentsConfiguration<TextDocument> = {
  create: (uri: unknown, languageId: unknown, version: number, content: unknown) => TextDocument.create(text(uri), text(languageId), version, text(content)),
  update: (document, changes, version) => TextDocument.update(document, changes, version),
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
