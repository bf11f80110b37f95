import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Called by VS Code inside its extension host: runs every test beside this file and writes the totals to the file that TEST_RESULTS names. */
export async function run(): Promise<void> {
  const grep = process.env['TEST_GREP'];
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false, reporter: 'spec', ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const totals = await runAll(mocha);
  const file = process.env['TEST_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify(totals));
  if (totals.failed > 0) throw new Error(`${totals.failed} failed`);
}

function runAll(mocha: Mocha): Promise<{ readonly passed: number; readonly failed: number; readonly skipped: number }> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, skipped: runner.stats?.pending ?? 0 }));
  });
}
