import * as vscode from 'vscode';
import type { OnboardingHostMessage, OnboardingPageMessage } from '../../protocol/onboarding';
import { isOnboardingPageMessage } from '../../protocol/onboarding-shapes';
import { pageTypes } from '../platform/contributions';
import { fillPanel, pageOptions } from '../platform/webview-page';

/** One editor tab with the wizard. */
export interface OnboardingPage extends vscode.Disposable {
  send(message: OnboardingHostMessage): void;
  reveal(): void;
  /** True once the page is painted and listens; false when it was closed before. */
  readonly ready: Promise<boolean>;
  readonly onMessage: vscode.Event<OnboardingPageMessage>;
  readonly onClose: vscode.Event<void>;
}

export interface PageHost {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

export interface PageStart {
  readonly title: string;
  readonly firstFrame: string;
}

export function openOnboardingPage(host: PageHost, { title, firstFrame }: PageStart): OnboardingPage {
  const panel = vscode.window.createWebviewPanel(pageTypes.onboarding, title, vscode.ViewColumn.Active, pageOptions(host.extensionUri));
  return onboardingPage(host, panel, firstFrame);
}

/** Also for a panel that VS Code has restored. */
export function onboardingPage({ extensionUri, log }: PageHost, panel: vscode.WebviewPanel, firstFrame: string): OnboardingPage {
  const { webview } = panel;
  const messages = new vscode.EventEmitter<OnboardingPageMessage>();
  const subscription = webview.onDidReceiveMessage((message: unknown) => {
    if (isOnboardingPageMessage(message)) messages.fire(message);
    else log.warn('The onboarding page sent a message that is none of ours; it was dropped.');
  });
  const ready = new Promise<boolean>((resolve) => {
    messages.event(() => resolve(true)); // The first thing that a page says is that it is ready.
    panel.onDidDispose(() => resolve(false));
  });
  panel.onDidDispose(() => {
    subscription.dispose();
    messages.dispose();
  });
  fillPanel(panel, extensionUri, { name: 'onboarding', title: 'Onboarding', firstFrame });
  return {
    send: (message) => void webview.postMessage(message),
    ready,
    reveal: () => panel.reveal(undefined, false),
    onMessage: messages.event,
    onClose: panel.onDidDispose,
    dispose: () => panel.dispose(),
  };
}
