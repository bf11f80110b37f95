import * as vscode from 'vscode';
import type { HealthHostMessage, HealthPageMessage } from '../../protocol/health';
import { isHealthPageMessage, isHealthPageState } from '../../protocol/health-shapes';
import { pageTypes } from '../platform/contributions';
import { newPanel, viewPage } from '../platform/view-page';
import { type HealthHost, nameOf } from './health-host';
import { HealthSession } from './health-session';
import { sessionHost } from './session-host';

const pageKind = { viewType: pageTypes.health, name: 'health', title: 'Health', isWish: isHealthPageMessage } as const;

/** The health pages of this window: a file of its own, loaded when the first of them opens. */
export interface HealthPages {
  show(uri: vscode.Uri, look: boolean): Promise<void>;
  restore(panel: vscode.WebviewPanel, state: unknown): void;
  /** What is known of a connector, or of all, has changed. */
  refresh(uri: vscode.Uri | undefined): void;
}

export function healthPages(host: HealthHost): HealthPages {
  const { context, log } = host;
  const sessions = new Map<string, HealthSession>();
  const pageHost = { extensionUri: context.extensionUri, log };
  const onBug = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const page = (panel: vscode.WebviewPanel) => viewPage<HealthHostMessage, HealthPageMessage>(pageHost, pageKind, panel);

  const session = (uri: vscode.Uri): HealthSession => {
    const key = uri.toString();
    const openPage = () => page(newPanel(pageHost, pageKind, `Health: ${nameOf(host, uri)}`));
    const found = sessions.get(key) ?? new HealthSession({ ...sessionHost(host, uri), openPage, onBug });
    sessions.set(key, found);
    return found;
  };
  return {
    show: async (uri, look) => {
      const one = session(uri);
      one.show();
      if (look) await one.look('verify');
    },
    restore: (panel, state) => {
      if (!isHealthPageState(state)) return panel.dispose();
      session(vscode.Uri.parse(state.connectorKey)).attach(page(panel));
    },
    refresh: (uri) => {
      for (const [key, one] of sessions) if (uri === undefined || key === uri.toString()) one.refresh();
    },
  };
}
