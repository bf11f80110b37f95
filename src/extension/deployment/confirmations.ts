import * as vscode from 'vscode';
import type { DeploymentPreview } from '../../core/plan/deployment-preview';
import type { ShownOperation } from '../../protocol/deployment';
import { cancelWords, deployWords, discardWords, type ConfirmationWords } from './confirmation-words';

/** The last word before AWS is changed. An interface, because VS Code refuses modal dialogs while tests run in its host. */
export interface Confirmations {
  deploy(preview: DeploymentPreview): Promise<boolean>;
  discard(preview: DeploymentPreview): Promise<boolean>;
  cancelUpdate(operation: ShownOperation): Promise<boolean>;
}

/** Native modal dialogs: a page can neither show nor answer them. */
export const nativeConfirmations: Confirmations = {
  deploy: (preview) => confirm(deployWords(preview)),
  discard: (preview) => confirm(discardWords(preview)),
  cancelUpdate: (operation) => confirm(cancelWords(operation)),
};

async function confirm({ question, detail, yes }: ConfirmationWords): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
