import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { DeploymentHostMessage, DeploymentPageMessage, DeploymentView } from '../../protocol/deployment';
import { isPageMessage } from '../../protocol/deployment-shapes';
import { pageTypes } from '../platform/contributions';
import { bounded } from '../platform/bounded';
import { pageHtml } from '../platform/page-html';

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
  const send = () => {
    if (current === undefined) return;
    const message: DeploymentHostMessage = { kind: 'view', connectorUri: connectorUri.toString(), view: bounded(current) };
    void webview.postMessage(message);
  };

  const subscription = webview.onDidReceiveMessage((message: unknown) => {
    if (!isPageMessage(message)) log.warn('The deployment page sent a message that is none of ours; it was dropped.');
    else if (message.kind === 'ready') send();
    else messages.fire(message);
  });
  panel.onDidDispose(() => {
    subscription.dispose();
    messages.dispose();
  });

  webview.options = pageOptions(extensionUri);
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'connector.svg');
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(assets(extensionUri), name)).toString();
  webview.html = pageHtml({
    title: 'Deployment',
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    script: asset('deployment.js'),
    style: asset('deployment.css'),
  });

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

const assets = (extensionUri: vscode.Uri) => vscode.Uri.joinPath(extensionUri, 'dist', 'webview');

const pageOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableForms: false,
  enableCommandUris: false,
  localResourceRoots: [assets(extensionUri)],
});
