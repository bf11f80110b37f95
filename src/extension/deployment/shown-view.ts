import * as vscode from 'vscode';
import type { DeploymentOutcome } from '../../core/plan/deployment-preview';
import type { PreflightCheck } from '../../core/plan/preflight-check';
import type { DeploymentView } from '../../protocol/deployment';

/** What was looked at before the preview that is shown, or before it was refused. */
export const checksOf = (view: DeploymentView | undefined): readonly PreflightCheck[] =>
  view?.phase === 'preview' ? view.preview.preflight : view?.phase === 'refused' ? view.checks : [];

/** As a shell or a file of variables takes them. */
const outputLines = (outputs: DeploymentOutcome['outputs']): string => outputs.map(({ key, value }) => `${key}=${value}`).join('\n');

export async function copyOutputs(view: DeploymentView | undefined): Promise<void> {
  if (view?.phase === 'done') await vscode.env.clipboard.writeText(outputLines(view.outcome.outputs));
}
