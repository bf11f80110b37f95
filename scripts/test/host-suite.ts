import { join } from 'node:path';
import { privateEnvironment } from '../../tools/host/environment';
import { temporaryFolder } from '../../tools/host/temporary-folder';
import { readTotals, type Totals } from './totals';
import { runProgram } from './run-program';

/** Runs test/host inside VS Code's extension host, in a process whose environment holds nothing of this machine's AWS settings. */
export async function runHostSuite({ desktop, grep }: { readonly desktop: boolean; readonly grep?: string | undefined }): Promise<Totals> {
  const { path: home, remove } = temporaryFolder('host');
  const results = join(home, 'results.json');
  const env = privateEnvironment(home, { TEST_RESULTS: results, ...(grep ? { TEST_GREP: grep } : {}) });
  try {
    const code = await runProgram(['--import', 'tsx', 'scripts/test/host-run.ts', ...(desktop ? ['--desktop'] : [])], env);
    return readTotals(results, code);
  } finally {
    remove();
  }
}
