import { TextDocuments, type Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answerRequests } from './answer-requests';
import { capabilities } from './capabilities';
import { findingsOf } from './findings-of';
import { provideLanguageFeatures } from './language-features';
import { openFiles } from './open-files';
import { publishFindings } from './publish-findings';
import { Readings } from './readings';

/** Serves one client until it says exit. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const readings = new Readings();
  const files = openFiles(documents);
  const service = { connection, documents, readings, findingsOf: findingsOf(readings, files) };
  connection.onInitialize(({ capabilities: client }) => {
    provideLanguageFeatures({ ...service, client });
    return { capabilities, serverInfo: { name: 'defender-connectors' } };
  });
  publishFindings(service);
  answerRequests(connection, files);
  documents.listen(connection);
  connection.listen();
}
