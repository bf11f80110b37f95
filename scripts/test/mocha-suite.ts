import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { privateEnvironment } from '../../tools/host/environment';
import { root } from '../../tools/host/root';
import { temporaryFolder } from '../../tools/host/temporary-folder';
import { readTotals, type Totals } from './totals';
import { runProgram } from './run-program';

export interface MochaSuite {
  readonly files: string;
  readonly ignore?: string;
  readonly timeoutMs?: number;
  /** How often a test that failed is tried again; mocha says so in its report. */
  readonly retries?: number;
  /** A file of hooks that mocha runs around the tests of each file. */
  readonly hooks?: string;
  /** Its files run side by side, each in a process of its own that runs one after another; a file's report comes when it is through. */
  readonly parallel?: boolean;
}

/** Runs mocha over TypeScript files in Node, out of reach of this machine's AWS settings. */
export async function runMochaSuite({ files, ignore, timeoutMs = 10_000, retries = 0, hooks, parallel = false }: MochaSuite, grep?: string): Promise<Totals> {
  const { path: home, remove } = temporaryFolder('mocha');
  const results = join(home, 'results.json');
  const args = [
    '--import=tsx', // Before mocha's name: given after it, mocha would start a second process, which a signal does not reach.
    join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
    '--reporter=scripts/test/results-reporter.mjs',
    `--timeout=${timeoutMs}`,
    `--retries=${retries}`,
    ...(hooks ? [`--require=${hooks}`] : []),
    ...(parallel ? ['--parallel', `--jobs=${availableParallelism()}`] : []),
    ...(ignore ? [`--ignore=${ignore}`] : []),
    ...(grep ? [`--grep=${grep}`] : []),
    files,
  ];
  try {
    const code = await runProgram(args, privateEnvironment(home, { TEST_RESULTS: results }));
    return readTotals(results, code);
  } finally {
    remove();
  }
}
