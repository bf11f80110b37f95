import * as vscode from 'vscode';
import type { DeploymentOutcome } from '../../core/plan/deployment-preview';

/** Tells how an operation ended that nobody watched. True when the page is to be shown. */
export async function announce({ result, summary }: DeploymentOutcome): Promise<boolean> {
  const open = 'Show deployment';
  const tell = result === 'failed' ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
  return (await tell(summary, open)) === open;
}
