import { setMaxListeners } from 'node:events';
import { exitCode, type ExitCode } from './exit-code';
import type { Terminal } from './terminal';

/** Runs something that Ctrl+C cancels. A second Ctrl+C ends the process as if nobody listened. */
export async function withInterrupts<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // many requests at a time listen to it, and Node would print a warning
  const cancel = () => controller.abort();
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  try {
    return await run(controller.signal);
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
}

/** In front of a terminal silence after Ctrl+C would leave the reader guessing. `what` completes "Cancelled: …". */
export function tellCancelled({ aborted }: AbortSignal, terminal: Terminal, what: string): ExitCode | undefined {
  if (!aborted) return undefined;
  terminal.say(`Cancelled: ${what}.`);
  return exitCode.findings;
}
