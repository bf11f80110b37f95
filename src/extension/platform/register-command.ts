import * as vscode from 'vscode';
import type { CommandId, Commands } from './contributions';

export type CommandRegistrar = <K extends CommandId>(id: K, run: (...args: Commands[K]) => unknown) => vscode.Disposable;

/** The one place where a bug in a command is caught: the user learns that it is ours, the log gets the stack. */
export const commandRegistrar =
  (log: vscode.LogOutputChannel): CommandRegistrar =>
  (id, run) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        // VS Code passes what the caller gave; every handler resolves its argument before it trusts it.
        return await run(...(args as Commands[typeof id]));
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        void offerLog(log);
        return undefined;
      }
    });

async function offerLog(log: vscode.LogOutputChannel): Promise<void> {
  const showLog = 'Show log';
  const message = 'Defender Connectors ran into an error of its own. The log says where; nothing else was changed.';
  if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) log.show();
}
