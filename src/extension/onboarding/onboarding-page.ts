import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { OnboardingHostMessage, OnboardingPageMessage } from '../../protocol/onboarding';
import { isOnboardingPageMessage } from '../../protocol/onboarding-shapes';
import { pageTypes } from '../platform/contributions';
import { pageHtml } from '../platform/page-html';

/** One editor tab with the wizard. */
export interface OnboardingPage extends vscode.Disposable {
  send(message: OnboardingHostMessage): void;
  reveal(): void;
  readonly onMessage: vscode.Event<OnboardingPageMessage>;
  readonly onClose: vscode.Event<void>;
}

export interface PageHost {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

export function openOnboardingPage(host: PageHost, title: string): OnboardingPage {
  const panel = vscode.window.createWebviewPanel(pageTypes.onboarding, title, vscode.ViewColumn.Active, pageOptions(host.extensionUri));
  return onboardingPage(host, panel);
}

/** Also for a panel that VS Code has restored. */
export function onboardingPage({ extensionUri, log }: PageHost, panel: vscode.WebviewPanel): OnboardingPage {
  const { webview } = panel;
  const messages = new vscode.EventEmitter<OnboardingPageMessage>();
  const subscription = webview.onDidReceiveMessage((message: unknown) => {
    if (isOnboardingPageMessage(message)) messages.fire(message);
    else log.warn('The onboarding page sent a message that is none of ours; it was dropped.');
  });
  panel.onDidDispose(() => {
    subscription.dispose();
    messages.dispose();
  });
  webview.options = pageOptions(extensionUri);
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'connector.svg');
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(assets(extensionUri), name)).toString();
  webview.html = pageHtml({
    title: 'Onboarding',
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    script: asset('onboarding.js'),
    style: asset('onboarding.css'),
  });
  return {
    send: (message) => void webview.postMessage(message),
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
