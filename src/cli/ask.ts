import { createInterface } from 'node:readline/promises';
import type { Terminal } from './terminal';

/** A person is there to answer. */
export const canAsk = ({ stdin, stderr }: Terminal): boolean => stdin.isTTY === true && stderr.isTTY === true;

/** One line from the person, or undefined when the input ended or the signal fired. */
export async function ask(question: string, { stdin, stderr }: Terminal, signal?: AbortSignal): Promise<string | undefined> {
  const reader = createInterface({ input: stdin, output: stderr, terminal: false });
  const ended = new Promise<undefined>((resolve) => reader.once('close', () => resolve(undefined)));
  try {
    return await Promise.race([reader.question(question, signal ? { signal } : {}), ended]);
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  } finally {
    reader.close();
  }
}

export async function askMfaCode(serial: string, terminal: Terminal): Promise<string | undefined> {
  if (!canAsk(terminal)) return undefined;
  const answer = await ask(`Code of the MFA device ${serial}: `, terminal);
  return answer?.trim() || undefined;
}
