import * as vscode from 'vscode';
import type { RoleTokenAnswer, SimulateAnswer } from '../../protocol/server-requests';

/** Says for each role of a template whether AWS would accept Defender's token; the one that is chosen is shown where it is decided. */
export async function simulateTokens(template: vscode.Uri | string | undefined, simulate: (uri: string) => Promise<SimulateAnswer>): Promise<void> {
  const uri = typeof template === 'string' ? vscode.Uri.parse(template, true) : (template ?? vscode.window.activeTextEditor?.document.uri);
  if (!uri) return void vscode.window.showInformationMessage('No template is open. Open the CloudFormation template of a connector, then simulate again.');
  const answer = await simulate(uri.toString());
  if (!answer.ok) return void vscode.window.showInformationMessage(answer.message);
  const chosen = await vscode.window.showQuickPick(answer.roles.map(toItem), {
    title: titleOf(answer.roles),
    placeHolder: 'Choose a role to see what decides it. Nothing is asked of AWS: the file tells.',
    matchOnDetail: true,
  });
  if (chosen) await show(uri, chosen.answer);
}

function toItem(answer: RoleTokenAnswer) {
  return { label: `$(${icons[answer.outcome]}) ${answer.role}`, description: words[answer.outcome], detail: answer.sentence, answer };
}

const icons = { accepted: 'pass', rejected: 'error', unknown: 'question' } as const;
const words = { accepted: 'Accepted', rejected: 'Rejected', unknown: 'Cannot be told' } as const;

function titleOf(roles: readonly RoleTokenAnswer[]): string {
  const accepted = roles.filter(({ outcome }) => outcome === 'accepted').length;
  return `AWS would accept Defender's token for ${accepted} of ${roles.length} ${roles.length === 1 ? 'role' : 'roles'}`;
}

async function show(uri: vscode.Uri, { range: { start, end } }: RoleTokenAnswer): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(uri, { selection });
}
