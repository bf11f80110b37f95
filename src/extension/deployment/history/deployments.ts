import * as vscode from 'vscode';
import type { JournalPort } from '../../../app/operation/journal';
import type { PlannedOperation } from '../../../app/operation/operation-of';
import type { Problem } from '../../../core/model/problem';
import type { StackOperation } from '../../../core/operation/stack-operation';
import type { DeploymentProgress, StackEvent } from '../../../core/plan/deployment-preview';

/** What is known of the operations of this workspace: the journal's notes, and how those go that this window follows. */
export interface Deployments extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** Undefined where VS Code has no place to keep one. Its code is loaded on the first call. */
  journal(): Promise<JournalPort | undefined>;
  /** Newest first. */
  list(): Promise<readonly StackOperation[]>;
  live(id: string): DeploymentProgress | undefined;
  /** Oldest first: as this window saw them, else as the journal keeps them. */
  events(operation: StackOperation): Promise<readonly StackEvent[]>;
  /** This window follows the operation, and this is how far it is; its events are all so far. */
  progress(operation: PlannedOperation, progress: DeploymentProgress): void;
  /** This window does not follow it any more. */
  ended(id: string): void;
  reload(): void;
}

export interface DeploymentsHost {
  readonly folder: vscode.Uri | undefined;
  readonly openJournal: (folder: string) => Promise<JournalPort>;
  /** A note that cannot be read, told once. */
  readonly onProblem: (problem: Problem) => void;
}

export function deployments({ folder, openJournal, onProblem }: DeploymentsHost): Deployments {
  const changed = new vscode.EventEmitter<void>();
  const following = new Map<string, DeploymentProgress>();
  let opened: Promise<JournalPort> | undefined;
  const journal = async () => (folder ? (opened ??= openJournal(folder.fsPath)) : undefined);

  // Other windows write there too.
  const watcher = folder && vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.json'));
  const fire = soon(() => changed.fire());
  const subscriptions = watcher ? [watcher, watcher.onDidChange(fire), watcher.onDidCreate(fire), watcher.onDidDelete(fire)] : [];

  return {
    onDidChange: changed.event,
    journal,
    list: async () => {
      const content = await (await journal())?.list();
      if (!content) return [];
      if (!content.ok) onProblem(content.error);
      else content.value.problems.forEach(onProblem);
      return content.ok ? content.value.operations : [];
    },
    live: (id) => following.get(id),
    events: async ({ id }) => {
      const seen = following.get(id);
      if (seen) return seen.events;
      const kept = await (await journal())?.events(id);
      return kept?.ok ? kept.value : [];
    },
    progress: ({ id }, progress) => {
      following.set(id, progress);
      fire();
    },
    ended: (id) => {
      following.delete(id);
      fire();
    },
    reload: () => changed.fire(),
    dispose: () => vscode.Disposable.from(changed, ...subscriptions).dispose(),
  };
}

/** Milliseconds: a write is several changes of files. */
const together = 200;

function soon(work: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, together);
  };
}
