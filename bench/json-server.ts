import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getLanguageService } from 'vscode-json-languageservice';
import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The library as the editor's own server for JSON runs it: half a second after the last keystroke.
const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const service = getLanguageService({ schemaRequestService: (uri) => Promise.resolve(readFileSync(fileURLToPath(uri), 'utf8')) });
const waiting = new Map<string, NodeJS.Timeout>();

connection.onInitialize(({ initializationOptions }) => {
  service.configure({ validate: true, schemas: [{ uri: initializationOptions.schema, fileMatch: ['*.json'] }] });
  return { capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } } };
});

documents.onDidChangeContent(({ document: { uri } }) => {
  clearTimeout(waiting.get(uri));
  waiting.set(uri, setTimeout(() => void validate(uri), 500));
});

async function validate(uri: string): Promise<void> {
  const document = documents.get(uri);
  if (!document) return;
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  await connection.sendDiagnostics({ uri, diagnostics });
}

documents.listen(connection);
connection.listen();
