import * as vscode from 'vscode';

/** Generated texts that are not on disk yet, readable by the diff editor. */
export interface GeneratedDocuments extends vscode.Disposable {
  /** A read-only document with this text, named like the file it would become. */
  show(target: vscode.Uri, text: string): vscode.Uri;
}

/** One owner for each scheme. */
export function generatedDocuments(scheme = 'defender-connectors-generated'): GeneratedDocuments {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  const cleaning = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    show: (target, text) => {
      const uri = target.with({ scheme, authority: '' });
      texts.set(uri.toString(), text);
      changed.fire(uri);
      return uri;
    },
    dispose: () => vscode.Disposable.from(registration, cleaning, changed).dispose(),
  };
}
