import { spawn } from 'node:child_process';
import { summarize, type Sample } from './statistics';

/** Wall time of a whole process in milliseconds, its start included; undefined when there is no such program. */
export async function wallTime(program: string, args: readonly string[], runs: number): Promise<Sample | undefined> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    if (!(await finishes(program, args))) return undefined;
    times.push(performance.now() - started);
  }
  return summarize(times);
}

/** Exit codes say what was found, which does not matter here; only a program that cannot run counts as missing. */
const finishes = (program: string, args: readonly string[]) =>
  new Promise<boolean>((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: 90_000 });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code !== null && code !== 127));
  });
