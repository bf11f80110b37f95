import * as vscode from 'vscode';
import { isConnectorFile } from '../platform/connector-file';
import { connectorGlob } from '../platform/contributions';
import type { ConnectorStore } from './connector-store';

/** Long enough to gather a checkout of many files, short enough not to be noticed. */
const gatherMs = 150;

/** Keeps the store true: files that come and go, texts saved outside, and findings that change while one types. */
export function watchConnectors(store: ConnectorStore): vscode.Disposable {
  const waiting = new Map<string, vscode.Uri>();
  let listChanged = false;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    const uris = [...waiting.values()];
    const rescan = listChanged;
    waiting.clear();
    listChanged = false;
    void (rescan ? store.rescan() : store.reread(uris));
  };
  const later = (uri: vscode.Uri, changesList: boolean) => {
    waiting.set(uri.toString(), uri);
    listChanged ||= changesList;
    clearTimeout(timer);
    timer = setTimeout(flush, gatherMs);
  };

  const watcher = vscode.workspace.createFileSystemWatcher(connectorGlob);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => later(uri, true)),
    watcher.onDidDelete((uri) => later(uri, true)),
    watcher.onDidChange((uri) => later(uri, false)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void store.rescan()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) if (isConnectorFile(uri.path) && store.entry(uri)) later(uri, false);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
