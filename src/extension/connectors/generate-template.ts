import * as vscode from 'vscode';
import type { GenerateAnswer } from '../../protocol/server-requests';
import { readTextFile } from '../platform/read-text-file';
import type { GeneratedDocuments } from '../platform/generated-documents';

export interface GenerateHost {
  readonly generate: (uri: string) => Promise<GenerateAnswer>;
  readonly documents: GeneratedDocuments;
  /** Asks after the difference is shown; false leaves the file alone. Another answer than a click on the button is no. */
  readonly confirmReplace: (message: string) => Promise<boolean>;
  /** Asks before a file outside of the workspace is written. */
  readonly confirmOutside: (path: string) => Promise<boolean>;
  readonly tell: (message: string, unknown: readonly string[]) => void;
}

export type GenerateOutcome = 'written' | 'unchanged' | 'kept' | 'refused';

/** Writes a connector's template beside it. What stands there already and differs is shown first and replaced only on a yes. */
export async function generateTemplate(connector: vscode.Uri, host: GenerateHost): Promise<GenerateOutcome> {
  const answer = await host.generate(connector.toString());
  if (!answer.ok) {
    await vscode.window.showTextDocument(connector);
    host.tell(answer.message, []);
    return 'refused';
  }
  const target = vscode.Uri.parse(answer.targetUri, true);
  const before = await readTextFile(target);
  if (before === answer.text) {
    await vscode.window.showTextDocument(target);
    host.tell(`${fileName(target)} is up to date.`, answer.unknown);
    return 'unchanged';
  }
  if (isOutside(target, connector) && !(await host.confirmOutside(target.fsPath))) return 'kept';
  if (before !== undefined && !(await replace(target, before, answer.text, host))) return 'kept';
  await writeText(target, answer.text);
  await vscode.window.showTextDocument(target);
  host.tell(`${fileName(target)} written: ${sizeReport(answer.bytes, answer.limit)}`, answer.unknown);
  return 'written';
}

/** A connector file may come from anywhere; where it has a template written is for its reader to decide. */
function isOutside(target: vscode.Uri, connector: vscode.Uri): boolean {
  const beside = vscode.Uri.joinPath(connector, '..').path;
  return vscode.workspace.getWorkspaceFolder(target) === undefined && !target.path.startsWith(`${beside}/`);
}

async function replace(target: vscode.Uri, before: string, text: string, host: GenerateHost): Promise<boolean> {
  const generated = host.documents.show(target, text);
  await vscode.commands.executeCommand('vscode.diff', target, generated, `${fileName(target)} (now ↔ generated)`);
  return host.confirmReplace(
    isGenerated(before)
      ? `${fileName(target)} differs from what its connector file gives now. Replace it?`
      : `${fileName(target)} was not written by Defender Connectors; it may come from the Azure portal. ` +
          'Replacing it loses what only it has. Replace it?',
  );
}

/** An open document takes the text as an edit, so that undo works and unsaved text is not fought over. */
async function writeText(target: vscode.Uri, text: string): Promise<void> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.toString());
  if (!open) return vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(target, new vscode.Range(new vscode.Position(0, 0), open.lineAt(open.lineCount - 1).range.end), text);
  await vscode.workspace.applyEdit(edit);
  await open.save();
}

/** The generator signs its work in the template's metadata. */
export const isGenerated = (text: string): boolean => /["']?DefenderConnectors["']?\s*:/.test(text);

/** "38,120 bytes of the 51,200 that a request takes." */
export function sizeReport(bytes: number, limit: number): string {
  const number = (value: number) => value.toLocaleString('en-US');
  if (bytes <= limit) return `${number(bytes)} bytes of the ${number(limit)} that a request takes.`;
  const size = `${number(bytes)} bytes, more than the ${number(limit)} that a request takes.`;
  return `${size} Deployment sends it without white space if that fits, and else asks where it lies in an S3 bucket of yours.`;
}

const fileName = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? uri.path;
