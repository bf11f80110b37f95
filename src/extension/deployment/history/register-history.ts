import * as vscode from 'vscode';
import { problemText } from '../../../core/model/problem-text';
import type { CommandRegistrar } from '../../platform/register-command';
import { requireTrust } from '../../platform/trust';
import type { LoadSessions } from '../load-sessions';
import type * as Chunk from '../journal-chunk';
import { deployments, type Deployments } from './deployments';
import { deploymentsCommands } from './deployments-commands';
import { deploymentsTree } from './deployments-tree';
import { resumeLater } from './resume-later';

export interface HistoryHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly isTrusted: () => boolean;
}

const loadChunk = (): Promise<typeof Chunk> => import('../journal-chunk');

/** The Deployments view, the journal behind it, and picking up what an earlier window has begun. */
export function registerHistory(
  { context, log, register, isTrusted }: HistoryHost,
  loadSessionsOf: (all: Deployments) => LoadSessions,
): vscode.Disposable & { readonly loadSessions: LoadSessions } {
  const place = context.storageUri ?? context.globalStorageUri;
  const folder = place.scheme === 'file' ? vscode.Uri.joinPath(place, 'operations') : undefined;
  const onBug = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const all = deployments({
    folder,
    openJournal: async (path) => (await loadChunk()).fileJournal(path),
    onProblem: (problem) => {
      log.warn(problemText(problem));
      void vscode.window.showWarningMessage(problemText(problem));
    },
  });
  const loadSessions = loadSessionsOf(all);
  const subscriptions = vscode.Disposable.from(
    all,
    deploymentsTree(all),
    resumeLater({ folder, deployments: all, isTrusted, follow: async (operation) => (await loadSessions()).follow(operation), onBug }),
    ...deploymentsCommands({
      log,
      register,
      deployments: all,
      loadChunk,
      open: async (operation) => (await loadSessions()).open(operation),
      follow: async (operation) => {
        if (!requireTrust('Following a deployment', isTrusted)) return;
        await (await loadSessions()).follow(operation);
      },
    }),
  );
  return { loadSessions, dispose: () => subscriptions.dispose() };
}
