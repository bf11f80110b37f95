import { AssertionError, fail } from 'node:assert/strict';
import fc from 'fast-check';
import type { Document } from './corpus';
import { mutated } from './mutated';
import { checkDocument } from './properties';
import { shrink } from './shrink';

/** The same documents each time in CI, where a new find must not stop an unrelated change; others everywhere else. */
const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 937_240 : Date.now() % 1_000_000));
const runs = Number(process.env['FUZZ_RUNS'] ?? (process.env['NIGHTLY'] ? 100_000 : 2_000));

/** Documents that are made at a time, so that a night's worth of them need not fit into memory. */
const batch = 500;

/** Different failures that are told at most: each takes a while to shrink. */
const mostFailures = 8;

describe(`${runs} mutated documents (FUZZ_SEED=${seed} FUZZ_RUNS=${runs})`, function () {
  this.timeout(300_000 + runs * 100);

  it('are checked soon, in place, and their fixes and suppressions do what they say', () => {
    const failures = new Map<string, Document>();
    for (let done = 0; done < runs && failures.size < mostFailures; done += batch) {
      for (const document of fc.sample(mutated, { seed: seed + done, numRuns: Math.min(batch, runs - done) })) {
        const kind = kindOf(failureOf(document));
        if (kind && !failures.has(kind)) failures.set(kind, document);
      }
    }
    if (failures.size > 0) fail([...failures].map(([kind, document]) => told(kind, document)).join('\n\n'));
  });
});

function failureOf(document: Document): Error | undefined {
  try {
    checkDocument(document);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The first line: an exception keeps where it was thrown, so that it does not shrink into another. */
function kindOf(failure: Error | undefined): string {
  const [first = '', ...rest] = textOf(failure).split('\n');
  const thrownAt = failure instanceof AssertionError ? '' : (rest.find((line) => /^\s+at /.test(line)) ?? '');
  return `${first}${thrownAt}`.replace(/\d+/g, '');
}

function told(kind: string, { fileName, text }: Document): string {
  const shortest = shrink(text, (shorter) => kindOf(failureOf({ fileName, text: shorter })) === kind, 20_000);
  const message = textOf(failureOf({ fileName, text: shortest }));
  return `${message}\n--- ${fileName}, to be kept in test/fuzz/cases ---\n${JSON.stringify(shortest)}\n${shortest}`;
}

const textOf = (failure: Error | undefined): string => (failure instanceof AssertionError ? failure.message : (failure?.stack ?? ''));
