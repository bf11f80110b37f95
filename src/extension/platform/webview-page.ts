import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { pageHtml, type PageParts } from './page-html';

/** What every page of ours may do: run its own script, and read from its own folder. */
export const pageOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableForms: false,
  enableCommandUris: false,
  localResourceRoots: [assets(extensionUri)],
});

export interface PageLook extends Pick<PageParts, 'firstFrame'> {
  readonly name: string;
  readonly title: string;
}

/** Puts the page `dist/webview/<name>.js` with its style sheet into a panel, also one that VS Code has restored. */
export function fillPanel(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, page: PageLook): void {
  const { webview } = panel;
  const asset = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(assets(extensionUri), file)).toString();
  webview.options = pageOptions(extensionUri);
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'connector.svg');
  webview.html = pageHtml({
    ...page,
    cspSource: webview.cspSource,
    nonce: nonce(),
    starter: asset('starter.js'),
    script: asset(`${page.name}.js`),
    style: readFileSync(vscode.Uri.joinPath(assets(extensionUri), `${page.name}.css`).fsPath, 'utf8'),
  });
}

const assets = (extensionUri: vscode.Uri) => vscode.Uri.joinPath(extensionUri, 'dist', 'webview');

/** By the global, which loads when it is first used: `node:crypto` would take a third of the extension's start. */
const nonce = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
