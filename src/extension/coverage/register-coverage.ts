import * as vscode from 'vscode';
import type { AzureAccess } from '../platform/azure-access';
import { pageTypes } from '../platform/contributions';
import { loadOnce } from '../platform/load-once';
import type { CommandRegistrar } from '../platform/register-command';

export interface CoverageHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly azure: AzureAccess;
  /** The connector files of the workspace, or one of them, have changed. */
  readonly onDidChangeFiles: vscode.Event<unknown>;
}

/** The coverage page: which plans cover which accounts. */
export function registerCoverage({ context, log, register, azure, onDidChangeFiles }: CoverageHost): void {
  const pages = loadOnce(() => import('./coverage-chunk').then(({ coveragePages }) => coveragePages(azure, { extensionUri: context.extensionUri, log })));
  const { load } = pages;
  const refresh = () => void pages.begun?.then((loaded) => loaded.refresh(), (error: unknown) => log.error(String(error)));
  context.subscriptions.push(
    register('defenderConnectors.showCoverage', async () => (await load()).show()),
    azure.onDidChange(refresh),
    onDidChangeFiles(refresh),
    vscode.window.registerWebviewPanelSerializer(pageTypes.coverage, {
      deserializeWebviewPanel: async (panel) => (await load()).restore(panel),
    }),
  );
}
