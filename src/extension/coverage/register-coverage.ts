import * as vscode from 'vscode';
import type { CoverageHostMessage, CoveragePageMessage } from '../../protocol/coverage';
import { isCoveragePageMessage } from '../../protocol/coverage-shapes';
import type { AzureAccess } from '../platform/azure-access';
import { pageTypes } from '../platform/contributions';
import type { CommandRegistrar } from '../platform/register-command';
import { newPanel, viewPage } from '../platform/view-page';
import { CoverageSession } from './coverage-session';

export interface CoverageHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly azure: AzureAccess;
  /** The connector files of the workspace, or one of them, have changed. */
  readonly onDidChangeFiles: vscode.Event<unknown>;
}

const pageKind = { viewType: pageTypes.coverage, name: 'coverage', title: 'Coverage', isWish: isCoveragePageMessage } as const;

/** The coverage page: which plans cover which accounts. */
export function registerCoverage({ context, log, register, azure, onDidChangeFiles }: CoverageHost): void {
  const pageHost = { extensionUri: context.extensionUri, log };
  const onBug = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const page = (panel: vscode.WebviewPanel) => viewPage<CoverageHostMessage, CoveragePageMessage>(pageHost, pageKind, panel);
  const session = new CoverageSession({
    azure,
    loadChunk: () => import('./coverage-chunk'),
    openPage: () => page(newPanel(pageHost, pageKind, 'Coverage')),
    openAccount,
    onBug,
  });
  const refresh = () => void session.refresh().catch(onBug);
  context.subscriptions.push(
    register('defenderConnectors.showCoverage', () => session.show()),
    azure.onDidChange(refresh),
    onDidChangeFiles(refresh),
    vscode.window.registerWebviewPanelSerializer(pageTypes.coverage, {
      deserializeWebviewPanel: async (panel) => session.attach(page(panel)),
    }),
  );
}

/** A file opens in the editor, what only Azure has in the portal; more than one is asked about. */
async function openAccount(places: readonly string[]): Promise<void> {
  const [first, ...others] = places;
  const place = others.length === 0 ? first : await vscode.window.showQuickPick([...places], { title: 'Connectors of this account', placeHolder: 'Choose the one to open' });
  if (place === undefined) return;
  if (/^\/subscriptions\//i.test(place)) await vscode.env.openExternal(vscode.Uri.parse(`https://portal.azure.com/#resource${encodeURI(place)}`, true));
  else await vscode.window.showTextDocument(vscode.Uri.file(place));
}
