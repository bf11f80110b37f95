import * as vscode from 'vscode';
import { problemText } from '../../platform/problem-text';
import type { CommandRegistrar } from '../../platform/register-command';
import { requireTrust } from '../../platform/trust';
import type { DeploymentSessions } from '../deployment-sessions';
import type * as Chunk from '../journal-chunk';
import { deployments, type Deployments } from './deployments';
import { deploymentsCommands } from './deployments-commands';
import { deploymentsTree } from './deployments-tree';
import { pastPages } from './past-pages';
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
  createSessions: (all: Deployments) => DeploymentSessions,
): vscode.Disposable & { readonly sessions: DeploymentSessions } {
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
  const sessions = createSessions(all);
  const past = pastPages({
    pageHost: sessions.pageHost,
    deployments: all,
    loadChunk,
    onPageWish: (wish, connectorUri, view) => void sessions.grant(wish, { connectorUri, view }).catch(onBug),
  });
  const subscriptions = vscode.Disposable.from(
    all,
    deploymentsTree(all),
    resumeLater({ folder, deployments: all, isTrusted, follow: (operation) => sessions.follow(operation), onBug }),
    ...deploymentsCommands({
      log,
      register,
      deployments: all,
      loadChunk,
      open: async (operation) => (operation.end === null ? sessions.reveal(operation) : past.open(operation)),
      follow: async (operation) => {
        if (!requireTrust('Following a deployment', isTrusted)) return;
        await sessions.follow(operation);
      },
    }),
  );
  return { sessions, dispose: () => subscriptions.dispose() };
}
