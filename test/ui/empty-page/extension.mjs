// A page with a word and nothing else: what VS Code itself needs to show any page.
import * as vscode from 'vscode';

export const activate = (context) => {
  const open = () => {
    const panel = vscode.window.createWebviewPanel('emptyPage', 'Empty page', vscode.ViewColumn.Active, { enableScripts: true, localResourceRoots: [] });
    panel.webview.html = '<!DOCTYPE html><html lang="en"><head><title>Empty</title></head><body><p id="empty-page">Empty</p></body></html>';
  };
  context.subscriptions.push(vscode.commands.registerCommand('emptyPage.open', open));
};
