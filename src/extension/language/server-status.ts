import * as vscode from 'vscode';
import { connectorGlob } from '../platform/contributions';
import type { LanguageServer, ServerState } from './language-server';

interface Shown {
  readonly text: string;
  readonly severity: 'Information' | 'Warning' | 'Error';
  readonly busy: boolean;
}

const shown: Readonly<Record<ServerState, Shown>> = {
  idle: { text: 'Language server is not started', severity: 'Information', busy: false },
  starting: { text: 'Language server is starting', severity: 'Information', busy: true },
  running: { text: 'Language server is running', severity: 'Information', busy: false },
  waiting: { text: 'Language server stopped and is being restarted', severity: 'Warning', busy: true },
  stopped: { text: 'Language server stopped', severity: 'Error', busy: false },
};

/** The `{}` item beside the language name: says how the server is, and restarts it. */
export function serverStatusItem(server: LanguageServer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('defenderConnectors.server', { pattern: connectorGlob });
  item.name = 'Defender Connectors';
  item.command = { command: 'defenderConnectors.restartServer', title: 'Restart' };
  const show = (state: ServerState) => {
    const { text, severity, busy } = shown[state];
    item.text = text;
    item.severity = vscode.LanguageStatusSeverity[severity];
    item.busy = busy;
  };
  show(server.state);
  return vscode.Disposable.from(item, server.onDidChangeState(show));
}
