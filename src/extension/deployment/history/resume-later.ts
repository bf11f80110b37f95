import * as vscode from 'vscode';
import { isUnfinished, type StackOperation } from '../../../core/operation/stack-operation';
import type { Deployments } from './deployments';

export interface ResumeHost {
  readonly folder: vscode.Uri | undefined;
  readonly deployments: Pick<Deployments, 'list' | 'journal'>;
  readonly isTrusted: () => boolean;
  readonly follow: (operation: StackOperation) => Promise<void>;
  readonly onBug: (error: unknown) => void;
}

/** Milliseconds after activation: what a window does first is not held up. */
const afterStart = 1_500;

/** Milliseconds until it is seen whether another window still follows an operation. */
const lookAgain = 10_000;

/** Picks up what has not ended, when the window has started and whenever nobody else follows it any more. */
export function resumeLater(host: ResumeHost): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  /** Once each: whoever stops following here has said so. */
  const taken = new Set<string>();
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look().catch(host.onBug), milliseconds);
  };
  const look = async () => {
    if (!host.folder || !host.isTrusted() || !(await hasNotes(host.folder))) return;
    const open = (await host.deployments.list()).filter((operation) => isUnfinished(operation) && !taken.has(operation.id));
    const free: StackOperation[] = [];
    for (const operation of open) if (await isFree(host, operation)) free.push(operation);
    if (free.length < open.length) lookIn(lookAgain);
    for (const operation of free) {
      taken.add(operation.id);
      void host.follow(operation).catch(host.onBug);
    }
  };
  lookIn(afterStart);
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(() => lookIn(afterStart)),
    { dispose: () => clearTimeout(timer) },
  );
}

/** Without loading anything: most windows have no operation to pick up. */
const hasNotes = async (folder: vscode.Uri): Promise<boolean> => {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).some(([name]) => name.endsWith('.json'));
  } catch {
    return false; // No folder, no notes.
  }
};

async function isFree({ deployments }: ResumeHost, { id }: StackOperation): Promise<boolean> {
  const lease = await (await deployments.journal())?.claim(id);
  if (!lease?.ok || !lease.value) return false;
  await lease.value.release();
  return true;
}
