import { TextDocuments, type Connection } from 'vscode-languageserver/node';
import { answerRequests } from './answer-requests';
import { capabilities } from './capabilities';
import { findingsOf } from './findings-of';
import { provideLanguageFeatures } from './language-features';
import { provideNavigation } from './navigation-features';
import { openFiles } from './open-files';
import { openTexts } from './open-text';
import { publishFindings } from './publish-findings';
import { Readings } from './readings';
import { RuleSettings } from './rule-settings';
import { provideStructure } from './structure-features';

/** Serves one client until it says exit. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(openTexts);
  const readings = new Readings();
  const files = openFiles(documents);
  const settings = new RuleSettings(connection);
  const service = { connection, documents, readings, files, findingsOf: settings.heard(findingsOf(readings, files)) };
  connection.onInitialize(({ capabilities: client, initializationOptions }) => {
    const features = { ...service, client, commands: commandsOf(initializationOptions) };
    provideLanguageFeatures(features);
    provideNavigation(features);
    provideStructure(features);
    settings.initialize(client, initializationOptions);
    return { capabilities, serverInfo: { name: 'defender-connectors' } };
  });
  settings.follow(publishFindings(service));
  answerRequests(connection, files);
  documents.listen(connection);
  connection.listen();
}

/** Commands that the client says it can run: `{ commands: [...] }`. */
function commandsOf(options: unknown): ReadonlySet<string> {
  const commands: unknown = typeof options === 'object' && options !== null && 'commands' in options ? options.commands : undefined;
  return new Set(Array.isArray(commands) ? commands.filter((name) => typeof name === 'string') : []);
}
