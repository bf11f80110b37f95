import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CodeAction,
  type CodeActionParams,
  type CompletionItem,
  type Hover,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { formatOf } from '../core/document/format-of';
import { armCompletionsAt } from '../core/language/arm/arm-completion';
import { completionsAt, type Completion } from '../core/language/completion';
import { hoverAt } from '../core/language/hover';
import { roleAt } from '../core/language/template/role-at';
import { templateCompletionsAt } from '../core/language/template/template-completion';
import { codeActions } from './code-actions';
import { aboutDocument, type FeatureService, type OpenDocument } from './feature-service';
import { fileNameOf, pathOf } from './file-names';
import { guarded } from './guarded';
import type { OpenText } from './open-text';
import { relatedConnector } from './related-connector';
import { toRange } from './to-diagnostic';

/** Answers what an editor asks of an open document. What is not ours gets an empty answer. */
export function provideLanguageFeatures(service: FeatureService): void {
  const { connection, documents, readings, findingsOf, client, files } = service;
  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;

  connection.onHover(
    aboutDocument<TextDocumentPositionParams, Hover | null>(service, 'Hover', null, async ({ document, kind, located }, { position }) => {
      const offset = document.offsetAt(position);
      const path = kind === 'template' && roleAt(located, offset) !== undefined ? pathOf(document.uri) : undefined;
      // Only what is said of a role depends on the connector.
      const hover = hoverAt(located, kind, offset, path ? await relatedConnector(path, files) : {});
      return hover ? toHover(document, hover) : null;
    }),
  );

  connection.onCompletion(
    aboutDocument<TextDocumentPositionParams, CompletionItem[]>(service, 'Completion', [], (open, { position }) =>
      completions(open, open.document.offsetAt(position)).map((completion, index) => toItem(open.document, completion, index, snippets)),
    ),
  );

  connection.onCodeAction(
    guarded<CodeActionParams, CodeAction[]>(connection, 'Code action', [], async (params) => {
      const document = documents.get(params.textDocument.uri);
      const findings = document ? await findingsOf(document) : [];
      return document && findings.length > 0 ? codeActions(document, readings.located(document), findings, params) : [];
    }),
  );
}

function completions(open: OpenDocument, offset: number): readonly Completion[] {
  const { document, kind } = open;
  const text = document.getText();
  if (kind === 'connector') return completionsAt(text, formatOf(fileNameOf(document), text), offset);
  return kind === 'template' ? templateCompletionsAt(open.located, offset) : armCompletionsAt(open.located, offset);
}

const toHover = (document: OpenText, { span, markdown }: ReturnType<typeof hoverAt> & object): Hover => ({
  contents: { kind: MarkupKind.Markdown, value: markdown },
  range: toRange(document, span),
});

const itemKinds: Record<Completion['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
};

function toItem(document: OpenText, completion: Completion, index: number, snippets: boolean): CompletionItem {
  const range = toRange(document, completion.span);
  return {
    label: completion.label,
    kind: itemKinds[completion.kind],
    sortText: String(index).padStart(4, '0'),
    // Editors filter by what stands in the range, and that may begin with a quote.
    filterText: `${document.getText(range).startsWith('"') ? '"' : ''}${completion.label}`,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range, newText: snippets ? completion.insertText : completion.plainText },
    ...(completion.detail ? { detail: completion.detail } : {}),
    ...(completion.documentation
      ? { documentation: { kind: MarkupKind.Markdown, value: completion.documentation } }
      : {}),
  };
}

