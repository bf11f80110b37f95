import * as vscode from 'vscode';
import type { CommandRegistrar } from '../platform/register-command';
import { isRelevantDocument, onFirstRelevantDocument } from './document-watch';
import { createLanguageServer, type LanguageServer } from './language-server';
import { serverStatusItem } from './server-status';
import { simulateTokens } from './simulate-tokens';

export interface LanguageHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
}

/** The server starts when the first file of ours is open, or when somebody asks it something; until then only small code is loaded. */
export function registerLanguage({ context, log, register }: LanguageHost): LanguageServer {
  const serverPath = context.asAbsolutePath('dist/server.js');
  const server = createLanguageServer({
    log,
    tell: (message) => void vscode.window.showWarningMessage(message),
    startClient: async (onCrash) => {
      const { startClient } = await import('./client-chunk');
      return startClient({ serverPath, log, isRelevant: isRelevantDocument, onCrash });
    },
  });
  context.subscriptions.push(
    server,
    serverStatusItem(server),
    onFirstRelevantDocument(() => void server.start().catch((error: unknown) => log.error(String(error)))),
    register('defenderConnectors.simulateTokens', (template) => simulateTokens(template, (uri) => server.request('defenderConnectors/simulate', { uri }))),
    register('defenderConnectors.restartServer', () => server.restart()),
    register('defenderConnectors.showLog', () => log.show()),
  );
  return server;
}
