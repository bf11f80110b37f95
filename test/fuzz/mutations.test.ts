import { fail } from 'node:assert/strict';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { failuresIn, type Share } from './failures';

/** The same documents each time in CI, where a new find must not stop an unrelated change; others everywhere else. */
const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 937_240 : Date.now() % 1_000_000));
const runs = Number(process.env['FUZZ_RUNS'] ?? (process.env['NIGHTLY'] ? 100_000 : 2_000));

/** What one process checks in less time than others take to start. */
const few = 5_000;
const shares = runs > few ? availableParallelism() : 1;

describe(`${runs} mutated documents (FUZZ_SEED=${seed} FUZZ_RUNS=${runs})`, function () {
  this.timeout(300_000 + runs * 100);

  it('are checked soon, in place, and their fixes and suppressions do what they say', async () => {
    const all = Array.from({ length: shares }, (_, turn): Share => ({ seed, runs, turn, of: shares }));
    const found = shares === 1 ? all.map(failuresIn) : await Promise.all(all.map(elsewhere));
    const failures = new Map(found.flatMap((some) => [...some]));
    if (failures.size > 0) fail([...failures.values()].join('\n\n'));
  });
});

/** In a process of its own: the property that a check takes no longer than a second is one of a process. */
const elsewhere = (share: Share) =>
  new Promise<ReadonlyMap<string, string>>((resolve, reject) => {
    const child = fork(join(__dirname, 'share.ts'), { execArgv: ['--import=tsx'] });
    child.once('message', (failures: [string, string][]) => resolve(new Map(failures)));
    child.once('exit', (code) => reject(new Error(`A process of the fuzzing ended with ${code} before it had an answer.`)));
    child.send(share);
  });
