import { readFileSync } from 'node:fs';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const add = (a: Totals, b: Totals): Totals => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const toText = ({ passed, failed, skipped }: Totals): string => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** What a program wrote when it ended, read with suspicion: one that wrote nothing or ended badly has failed. */
export function readTotals(file: string, exitCode: number | null): Totals {
  const totals = parseTotals(file);
  if (!totals) return complain('The tests ended without writing their results.', nothing);
  if (exitCode !== 0 && totals.failed === 0) return complain(`The tests ended with exit code ${exitCode} though no test failed.`, totals);
  return totals;
}

/** A suite that ran nothing has failed. */
export const someRan = (totals: Totals): Totals =>
  totals.passed + totals.failed + totals.skipped > 0 ? totals : complain('The suite ran no test.', totals);

export const nothing: Totals = { passed: 0, failed: 0, skipped: 0 };

function complain(sentence: string, totals: Totals): Totals {
  console.error(sentence);
  return add(totals, { ...nothing, failed: 1 });
}

function parseTotals(file: string): Totals | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Totals;
  } catch {
    return undefined;
  }
}
