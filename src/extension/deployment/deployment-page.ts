import * as vscode from 'vscode';
import type { DeploymentHostMessage, DeploymentPageMessage, DeploymentView } from '../../protocol/deployment';
import { isPageMessage } from '../../protocol/deployment-shapes';
import { pageTypes } from '../platform/contributions';
import { bounded } from '../platform/bounded';
import { fillPanel, pageOptions } from '../platform/webview-page';
import { unsentEvents } from './unsent-events';

/** One editor tab that shows one connector's deployment. */
export interface DeploymentPage extends vscode.Disposable {
  readonly visible: boolean;
  readonly onDidChangeVisible: vscode.Event<unknown>;
  show(view: DeploymentView): void;
  reveal(): void;
  readonly onMessage: vscode.Event<DeploymentPageMessage>;
  readonly onClose: vscode.Event<void>;
}

export interface PageHost {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

export function openDeploymentPage(host: PageHost, connectorUri: vscode.Uri, title: string): DeploymentPage {
  const panel = vscode.window.createWebviewPanel(pageTypes.deployment, title, vscode.ViewColumn.Active, pageOptions(host.extensionUri));
  return deploymentPage(host, connectorUri, panel);
}

/** Also for a panel that VS Code has restored. */
export function deploymentPage({ extensionUri, log }: PageHost, connectorUri: vscode.Uri, panel: vscode.WebviewPanel): DeploymentPage {
  const { webview } = panel;
  const messages = new vscode.EventEmitter<DeploymentPageMessage>();
  let current: DeploymentView | undefined;
  const unsent = unsentEvents();
  const send = () => {
    if (current === undefined) return;
    const message: DeploymentHostMessage = { kind: 'view', connectorUri: connectorUri.toString(), view: bounded(unsent.of(current)) };
    void webview.postMessage(message);
  };

  const subscription = webview.onDidReceiveMessage((message: unknown) => {
    if (!isPageMessage(message)) log.warn('The deployment page sent a message that is none of ours; it was dropped.');
    else if (message.kind === 'ready') {
      unsent.forget();
      send();
    }
    else messages.fire(message);
  });
  panel.onDidDispose(() => {
    subscription.dispose();
    messages.dispose();
  });

  fillPanel(panel, extensionUri, { name: 'deployment', title: 'Deployment' });

  return {
    get visible() {
      return panel.visible;
    },
    onDidChangeVisible: panel.onDidChangeViewState,
    show: (view) => {
      current = view;
      send();
    },
    reveal: () => panel.reveal(undefined, false),
    onMessage: messages.event,
    onClose: panel.onDidDispose,
    dispose: () => panel.dispose(),
  };
}
