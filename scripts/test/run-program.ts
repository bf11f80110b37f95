import { spawn } from 'node:child_process';
import { root } from '../../tools/host/root';

/** Runs a Node program with its output shown and resolves with its exit code. A signal to us ends it too, and it gets the time to clean up; then we end as well. */
export function runProgram(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number | null> {
  // In a group of its own: Ctrl+C in a terminal would reach it a second time, past us.
  const child = spawn(process.execPath, [...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  let interrupted = false;
  const pass = (signal: NodeJS.Signals) => {
    if (interrupted) return;
    interrupted = true;
    child.kill(signal);
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      if (interrupted) process.exit(130);
      resolve(code);
    });
  });
}
