import * as vscode from 'vscode';
import type { Shape } from '../../protocol/shape';
import { bounded } from './bounded';
import { fillPanel, pageOptions } from './webview-page';

/** An editor tab that shows one view at a time and sends wishes. */
export interface ViewPage<Host, Wish> extends vscode.Disposable {
  readonly visible: boolean;
  readonly onDidChangeVisible: vscode.Event<unknown>;
  /** The whole message; what a hidden page missed it gets when it is shown again. */
  show(message: Host): void;
  reveal(): void;
  readonly onWish: vscode.Event<Wish>;
  readonly onClose: vscode.Event<void>;
}

export interface ViewPageKind<Wish extends { readonly kind: string }> {
  readonly viewType: string;
  /** Of `dist/webview/<name>.js`. */
  readonly name: string;
  readonly title: string;
  /** What comes from a page is hostile until it was checked. */
  readonly isWish: Shape<Wish>;
}

export interface ViewPageHost {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

export const newPanel = ({ extensionUri }: ViewPageHost, { viewType }: { readonly viewType: string }, title: string): vscode.WebviewPanel =>
  vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, pageOptions(extensionUri));

/** Fills a panel, new or restored by VS Code. */
export function viewPage<Host extends object, Wish extends { readonly kind: string }>(
  { extensionUri, log }: ViewPageHost,
  { name, title, isWish }: ViewPageKind<Wish>,
  panel: vscode.WebviewPanel,
): ViewPage<Host, Wish> {
  const wishes = new vscode.EventEmitter<Wish>();
  let current: Host | undefined;
  const send = () => void (current === undefined || panel.webview.postMessage(current));
  const subscription = panel.webview.onDidReceiveMessage((message: unknown) => {
    if (!isWish(message)) log.warn(`The page "${title}" sent a message that is none of ours; it was dropped.`);
    else if (message.kind === 'ready') send();
    else wishes.fire(message);
  });
  panel.onDidDispose(() => {
    subscription.dispose();
    wishes.dispose();
  });
  fillPanel(panel, extensionUri, { name, title });
  return {
    get visible() {
      return panel.visible;
    },
    onDidChangeVisible: panel.onDidChangeViewState,
    show: (message) => {
      current = bounded(message);
      send();
    },
    reveal: () => panel.reveal(undefined, false),
    onWish: wishes.event,
    onClose: panel.onDidDispose,
    dispose: () => panel.dispose(),
  };
}
