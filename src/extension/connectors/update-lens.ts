import * as vscode from 'vscode';
import { connectorGlob } from '../platform/contributions';
import type { ConnectorStore } from './connector-store';

/** Above a connector file whose stack has to be updated: why, as it was when somebody last looked. */
export function updateLens(store: Pick<ConnectorStore, 'entry' | 'onDidChange'>): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    store.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { pattern: connectorGlob },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: ({ uri }) => {
          const look = store.entry(uri)?.look;
          const advice = look?.kind === 'seen' ? look.advice : undefined;
          if (!advice || advice.reasons.length === 0) return [];
          const lens = new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
            command: 'defenderConnectors.previewDeployment',
            title: `$(warning) ${advice.summary}`,
            tooltip: advice.reasons.join('\n'),
            arguments: [uri],
          });
          return [lens];
        },
      },
    ),
  );
}
