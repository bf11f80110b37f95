import { execFileSync } from 'node:child_process';

/** Whether a tool answers here; peers are optional, and a suite without its peer is skipped with this reason. */
export function absence(command: string, args: readonly string[]): string | undefined {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return undefined;
  } catch {
    return `${[command, ...args].join(' ')} does not run here`;
  }
}
