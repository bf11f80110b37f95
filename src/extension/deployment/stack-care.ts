import * as vscode from 'vscode';
import { continuationOf, deletionOf } from '../../app/care/care-operations';
import type { DeletionPlan } from '../../core/plan/deletion-plan';
import type { StuckRollback } from '../../core/plan/stuck-rollback';
import type { GeneratedDocuments } from '../platform/generated-documents';
import { showProblem } from '../platform/show-problem';
import { looking } from './looking';
import type { StackCareHost } from './stack-care-commands';
import type { UsableConnector } from './usable-connector';

/** What looks after a stack: a file of its own, loaded when somebody first asks for it. */
export type Care = StackCareHost & { readonly documents: GeneratedDocuments };

const placeOf = ({ accountId, name, stack }: UsableConnector) => ({ accountId, stack: stack.name, connectorName: name ?? stack.name, region: stack.region });

export async function checkDrift(care: Care, connector: UsableConnector): Promise<void> {
  const credentials = await care.choices.need(connector.accountId);
  if (!credentials) return;
  const chunk = await care.loadChunk();
  const place = placeOf(connector);
  const report = await looking(`Looking for drift of stack ${place.stack}`, (control) => chunk.drift(place, credentials, control));
  if (!report.ok) return showProblem(report.error, care.log);
  if (report.value.status === 'inSync') return void (await vscode.window.showInformationMessage(chunk.driftText(report.value, place.stack).trim()));
  await read(care, `drift-of-${place.stack}.txt`, chunk.driftText(report.value, place.stack));
}

export async function deleteStack(care: Care, uri: vscode.Uri, connector: UsableConnector): Promise<void> {
  const credentials = await care.choices.need(connector.accountId);
  if (!credentials) return;
  const chunk = await care.loadChunk();
  const place = placeOf(connector);
  const plan = await looking(`Reviewing the deletion of stack ${place.stack}`, (control) => chunk.reviewDeletion(place, credentials, control));
  if (!plan.ok) return showProblem(plan.error, care.log);
  await read(care, `deletion-of-${place.stack}.txt`, chunk.deletionText(plan.value));
  if (plan.value.obstacle) return showProblem(plan.value.obstacle, care.log);
  const confirmation = await askName(plan.value);
  if (confirmation === undefined) return;
  const operation = deletionOf(plan.value, uri.toString());
  await (await care.loadSessions()).carryOut(uri, operation, (following) => chunk.deleteStack(plan.value, confirmation, credentials, following));
}

/** A dialog could be answered by a hasty Enter. */
const askName = ({ target }: DeletionPlan): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: `Delete stack ${target.stack} in AWS account ${target.accountId}, region ${target.region}`,
    prompt: `The document beside shows what is deleted and what stays. Type the stack's name, ${target.stack}, to delete it.`,
    ignoreFocusOut: true,
    validateInput: (value) => (value === target.stack ? undefined : `Type ${target.stack}, or press Escape.`),
  });

export async function continueRollback(care: Care, uri: vscode.Uri, connector: UsableConnector): Promise<void> {
  const credentials = await care.choices.need(connector.accountId);
  if (!credentials) return;
  const chunk = await care.loadChunk();
  const place = placeOf(connector);
  const stuck = await looking(`Reading the rollback of stack ${place.stack}`, (control) => chunk.stuckRollback(place, credentials, control));
  if (!stuck.ok) return showProblem(stuck.error, care.log);
  const skip = await askToSkip(stuck.value);
  if (!skip || !(await confirmContinuation(stuck.value, skip))) return;
  const operation = continuationOf(stuck.value, skip, uri.toString());
  await (await care.loadSessions()).carryOut(uri, operation, (following) => chunk.continueRollback(stuck.value, skip, credentials, following));
}

async function askToSkip({ stuck, target }: StuckRollback): Promise<readonly string[] | undefined> {
  const items = stuck.map(({ logicalId, type, reason }) => ({ label: logicalId, description: type, ...(reason === null ? {} : { detail: reason }) }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: `Continue the rollback of stack ${target.stack}`,
    placeHolder: 'Resources to skip; none is best. A skipped one stays as it is.',
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return chosen?.map(({ label }) => label);
}

async function confirmContinuation({ target }: StuckRollback, skip: readonly string[]): Promise<boolean> {
  const yes = 'Continue rollback';
  const skipped = skip.length === 0 ? 'No resource is skipped.' : `Skipped, and left as they are: ${skip.join(', ')}. The template then says other than what is there.`;
  const question = `Continue the rollback of stack ${target.stack} in AWS account ${target.accountId}, region ${target.region}?`;
  return (await vscode.window.showWarningMessage(question, { modal: true, detail: skipped }, yes)) === yes;
}

async function read({ documents }: Care, name: string, text: string): Promise<void> {
  await vscode.window.showTextDocument(documents.show(vscode.Uri.parse(`/${name}`), text), { preview: true });
}
