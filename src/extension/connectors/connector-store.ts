import * as vscode from 'vscode';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { StackLook } from '../platform/stack-look';
import type { ConnectorEntry } from './tree-node';

/** The connector files of the workspace and what is known about each. Fires with the changed uri, or undefined for all. */
export interface ConnectorStore extends vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
  /** Finds and reads the files on the first call; later calls answer at once. */
  entries(): Promise<readonly ConnectorEntry[]>;
  entry(uri: vscode.Uri): ConnectorEntry | undefined;
  /** Those that were read so far; asks nobody. */
  known(): readonly ConnectorEntry[];
  /** Finds the files again and reads all of them. */
  rescan(): Promise<void>;
  /** Reads these files again, in one request; a deleted one leaves the list. */
  reread(uris: readonly vscode.Uri[]): Promise<void>;
  /** Reads those that could not be read before. */
  rereadUnread(): Promise<void>;
  setLook(uri: vscode.Uri, look: StackLook): void;
}

export interface StoreHost {
  readonly find: () => Promise<readonly vscode.Uri[]>;
  /** Answers for the files it could find; asks nobody for an empty list. */
  readonly describe: (uris: readonly string[]) => Promise<readonly ConnectorSummary[]>;
  readonly log: vscode.LogOutputChannel;
}

export function createConnectorStore({ find, describe, log }: StoreHost): ConnectorStore {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const known = new Map<string, ConnectorEntry>();
  let scan: Promise<void> | undefined;

  const readAll = async () => {
    const uris = await find();
    const present = new Set(uris.map(String));
    for (const key of known.keys()) if (!present.has(key)) known.delete(key);
    await read(uris);
  };

  /** A server that cannot answer leaves the rows standing: an empty list would say that there are no connectors. */
  const read = async (uris: readonly vscode.Uri[]) => {
    const summaries = uris.length === 0 ? [] : await describe(uris.map(String)).catch(logged);
    const byUri = new Map(summaries.map((summary) => [summary.uri, summary]));
    for (const uri of uris) {
      const key = uri.toString();
      known.set(key, { uri, summary: byUri.get(key) ?? known.get(key)?.summary, look: known.get(key)?.look });
    }
  };

  const logged = (error: unknown): readonly ConnectorSummary[] => {
    log.error(`Connector files could not be read: ${String(error)}`);
    return [];
  };

  const scanned = () => (scan ??= readAll());

  return {
    onDidChange: changed.event,
    entries: async () => {
      await scanned();
      return [...known.values()].sort((a, b) => a.uri.path.localeCompare(b.uri.path));
    },
    entry: (uri) => known.get(uri.toString()),
    known: () => [...known.values()],
    rescan: async () => {
      scan = readAll();
      await scan;
      changed.fire(undefined);
    },
    reread: async (uris) => {
      if (scan === undefined) return; // nobody has looked at the list yet
      await scan;
      const before = known.size;
      await read(uris);
      changed.fire(known.size === before && uris.length === 1 ? uris[0] : undefined);
    },
    rereadUnread: async () => {
      await scan;
      const unread = [...known.values()].filter(({ summary }) => summary === undefined).map(({ uri }) => uri);
      if (unread.length === 0) return;
      await read(unread);
      changed.fire(undefined);
    },
    setLook: (uri, look) => {
      const entry = known.get(uri.toString());
      known.set(uri.toString(), { uri, summary: entry?.summary, look });
      changed.fire(entry && uri);
    },
    dispose: () => changed.dispose(),
  };
}
