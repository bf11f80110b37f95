import { spawn, type ChildProcess } from 'node:child_process';

export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Ends the program and everything it started, politely first. Resolves when the program is gone. */
  stop(): Promise<void>;
}

const politeMs = 5000;

/** Starts a program as the head of a process group of its own, so that it can be ended with all its children. */
export function startGroup(file: string, args: readonly string[], env: Readonly<Record<string, string>>): ProcessGroup {
  const child = spawn(file, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const endAll = () => signal(child, 'SIGKILL');
  process.once('exit', endAll);
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  return {
    child,
    async stop() {
      const hard = setTimeout(endAll, politeMs);
      signal(child, 'SIGTERM');
      await gone;
      clearTimeout(hard);
      endAll();
      process.off('exit', endAll);
    },
  };
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ESRCH';
