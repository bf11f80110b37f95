import * as vscode from 'vscode';
import { headLength, isRelevant, mayBeRelevant } from './relevance';

/** True for a document the server should see. Reads at most the first 16,384 characters, and only of YAML and JSON. */
export function isRelevantDocument(document: vscode.TextDocument): boolean {
  const place = { path: document.uri.path, languageId: document.languageId };
  if (!mayBeRelevant(place)) return false;
  const end = document.positionAt(headLength);
  return isRelevant({ ...place, head: document.getText(new vscode.Range(new vscode.Position(0, 0), end)) });
}

/** Calls back once, when the first relevant document is open, is opened, or becomes relevant while it is typed. */
export function onFirstRelevantDocument(start: () => void): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  const stop = () => subscriptions.splice(0).forEach((subscription) => subscription.dispose());
  const look = (document: vscode.TextDocument) => {
    if (!isRelevantDocument(document)) return false;
    stop();
    start();
    return true;
  };
  if (!vscode.workspace.textDocuments.some(look)) {
    subscriptions.push(
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    );
  }
  return { dispose: stop };
}
