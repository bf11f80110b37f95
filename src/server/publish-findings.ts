import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { Finding } from '../core/model/finding';
import { boundedDiagnostics } from './bounded-diagnostics';
import type { FindingsOf } from './findings-of';
import { stackOf } from './guarded';
import type { OpenText } from './open-text';
import { isLarge, type Readings } from './readings';

/** Milliseconds to wait for the next keystroke, at most. A file that is checked faster waits less, and most do not wait at all. */
export const longestPause = 25;
const shortestPause = 2;

interface Service {
  readonly connection: Connection;
  readonly documents: TextDocuments<OpenText>;
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
    const isWanted = (): boolean => documents.get(uri)?.version === version;
    await nextTurns();
    if (!isWanted()) return;
    const started = performance.now();
    const send = (findings: readonly Finding[]) => connection.sendDiagnostics({ uri, version, diagnostics: boundedDiagnostics(document, findings) });
    const findings = await findingsOf(document, (first) => {
      // Of a small file all of it follows at once.
      if (first.length > 0 && isWanted() && isLarge(document)) void send(first);
    });
    // How long the first run takes says nothing of those after edits.
    lastRun.set(uri, lastRun.has(uri) ? performance.now() - started : 0);
    await nextTurns();
    if (isWanted()) await send(findings);
  };

  const schedule = (uri: string) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    const run = () => void publish(uri).catch((fault) => connection.console.error(`Lint of ${uri}: ${stackOf(fault)}`));
    const pause = Math.min((lastRun.get(uri) ?? 0) / 4, longestPause);
    if (pause < shortestPause) run();
    else waiting.set(uri, setTimeout(run, pause));
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
function forgetTemplates(documents: TextDocuments<OpenText>, readings: Readings): readonly string[] {
  const templates = documents.all().filter((document) => ['template', 'arm'].includes(readings.kind(document) ?? ''));
  templates.forEach(({ uri }) => readings.forgetFindings(uri));
  return templates.map(({ uri }) => uri);
}

/** Lets messages in that arrived during the run: one turn reads them, the next hands them out. */
async function nextTurns(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
