import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { boundedDiagnostics } from './bounded-diagnostics';
import type { FindingsOf } from './findings-of';
import { stackOf } from './guarded';
import type { Readings } from './readings';

/** Milliseconds to wait for the next keystroke, at most. A file that is read faster waits less. */
const longestPause = 25;

interface Service {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly readings: Readings;
  readonly findingsOf: FindingsOf;
}

/**
 * Lints each open document after it changed. A run that an edit overtakes is dropped, never queued.
 * Gives back how to publish all again, for when what is wanted to be heard has changed.
 */
export function publishFindings({ connection, documents, readings, findingsOf }: Service): () => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  const lastRun = new Map<string, number>();

  const publish = async (uri: string) => {
    waiting.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const started = performance.now();
    const diagnostics = boundedDiagnostics(document, await findingsOf(document));
    lastRun.set(uri, performance.now() - started);
    await nextTurns();
    if (documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  const schedule = (uri: string) => {
    clearTimeout(waiting.get(uri));
    const run = () => publish(uri).catch((fault) => connection.console.error(`Lint of ${uri}: ${stackOf(fault)}`));
    waiting.set(uri, setTimeout(run, Math.min((lastRun.get(uri) ?? 0) / 4, longestPause)));
  };

  documents.onDidChangeContent(({ document }) => {
    schedule(document.uri);
    if (readings.kind(document) === 'connector') forgetTemplates(documents, readings).forEach(schedule);
  });

  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    lastRun.delete(uri);
    readings.forget(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  return () => documents.all().forEach(({ uri }) => schedule(uri));
}

/** Open templates and connectors in Azure, to be read again: what a connector file says can make them right or wrong. */
function forgetTemplates(documents: TextDocuments<TextDocument>, readings: Readings): readonly string[] {
  const templates = documents.all().filter((document) => ['template', 'arm'].includes(readings.kind(document) ?? ''));
  templates.forEach(({ uri }) => readings.forgetFindings(uri));
  return templates.map(({ uri }) => uri);
}

/** Lets messages in that arrived during the run: one turn reads them, the next hands them out. */
async function nextTurns(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
