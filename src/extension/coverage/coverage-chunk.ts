import * as vscode from 'vscode';
import type { CoverageHostMessage, CoveragePageMessage } from '../../protocol/coverage';
import { isCoveragePageMessage } from '../../protocol/coverage-shapes';
import type { AzureAccess } from '../platform/azure-access';
import { pageTypes } from '../platform/contributions';
import { newPanel, viewPage, type ViewPageHost } from '../platform/view-page';
import { CoverageSession } from './coverage-session';

const pageKind = { viewType: pageTypes.coverage, name: 'coverage', title: 'Coverage', isWish: isCoveragePageMessage } as const;

/** The coverage page with the catalog behind it: a file of its own, loaded when somebody first looks at it. */
export interface CoveragePages {
  show(): void;
  restore(panel: vscode.WebviewPanel): void;
  refresh(): void;
}

export function coveragePages(azure: AzureAccess, host: ViewPageHost): CoveragePages {
  const onBug = (error: unknown) => host.log.error(error instanceof Error ? error : String(error));
  const page = (panel: vscode.WebviewPanel) => viewPage<CoverageHostMessage, CoveragePageMessage>(host, pageKind, panel);
  const session = new CoverageSession({ azure, openPage: () => page(newPanel(host, pageKind, 'Coverage')), openAccount, onBug });
  return {
    show: () => session.show(),
    restore: (panel) => session.attach(page(panel)),
    refresh: () => void session.refresh().catch(onBug),
  };
}

/** A file opens in the editor, what only Azure has in the portal; more than one is asked about. */
async function openAccount(places: readonly string[]): Promise<void> {
  const [first, ...others] = places;
  const place = others.length === 0 ? first : await vscode.window.showQuickPick([...places], { title: 'Connectors of this account', placeHolder: 'Choose the one to open' });
  if (place === undefined) return;
  if (/^\/subscriptions\//i.test(place)) await vscode.env.openExternal(vscode.Uri.parse(`https://portal.azure.com/#resource${encodeURI(place)}`, true));
  else await vscode.window.showTextDocument(vscode.Uri.file(place));
}
