import * as vscode from 'vscode';
import type { Profile } from '../../app/ports';

/** What the aws command line signs in with, by the kind of profile. Others have nothing to sign in to. */
const commands: Partial<Record<Profile['kind'], readonly string[]>> = { sso: ['sso', 'login'], login: ['login'] };

export const canSignIn = ({ kind }: Pick<Profile, 'kind'>): boolean => commands[kind] !== undefined;

/** Signs in with the aws command line, in a terminal where one sees what runs and what it asks. True when it ended well. */
export async function signIn({ name, kind }: Pick<Profile, 'name' | 'kind'>): Promise<boolean> {
  const command = commands[kind];
  if (!command) return false;
  const args = [...command, '--profile', name];
  const terminal = vscode.window.createTerminal({
    name: `aws ${command.join(' ')}`,
    shellPath: 'aws', // no shell in between: a name of a profile is an argument and never a command
    shellArgs: args,
    message: `Signing in: aws ${args.join(' ')}`,
    isTransient: true,
  });
  terminal.show();
  const code = await new Promise<number | undefined>((resolve) => {
    const closing = vscode.window.onDidCloseTerminal((closed) => {
      if (closed !== terminal) return;
      closing.dispose();
      resolve(closed.exitStatus?.code);
    });
  });
  return code === 0;
}
