import { AssertionError } from 'node:assert/strict';
import fc from 'fast-check';
import type { Document } from './corpus';
import { mutated } from './mutated';
import { checkDocument } from './properties';
import { shrink } from './shrink';

/** Documents of a run that one process checks: every batch of which it is the turn. */
export interface Share {
  readonly seed: number;
  readonly runs: number;
  readonly turn: number;
  readonly of: number;
}

/** Documents that are made at a time, so that a night's worth of them need not fit into memory. The same for every share. */
const batch = 500;

/** Different failures that are told at most: each takes a while to shrink. */
const mostFailures = 8;

/** What went wrong, by its kind, each with the shortest document that still does it. */
export function failuresIn({ seed, runs, turn, of }: Share): ReadonlyMap<string, string> {
  const failures = new Map<string, Document>();
  for (let done = turn * batch; done < runs && failures.size < mostFailures; done += of * batch) {
    for (const document of fc.sample(mutated, { seed: seed + done, numRuns: Math.min(batch, runs - done) })) {
      const kind = kindOf(failureOf(document));
      if (kind && !failures.has(kind)) failures.set(kind, document);
    }
  }
  return new Map(Array.from(failures, ([kind, document]) => [kind, told(kind, document)]));
}

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
  return `${message}\n--- ${fileName}, to be kept in test/fuzz/kept.ts ---\n${JSON.stringify(shortest)}\n${shortest}`;
}

const textOf = (failure: Error | undefined): string => (failure instanceof AssertionError ? failure.message : (failure?.stack ?? ''));
