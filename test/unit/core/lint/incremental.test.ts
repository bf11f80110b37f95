import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, rereadDocument } from '../../../../src/core/document/read-document';
import { lintDocument, lintingSteps } from '../../../../src/core/lint/lint-document';
import { edits, seeds, textsAfter } from '../document/random-edits';

const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 937_240 : Date.now() % 1_000_000));
const runs = Number(process.env['FUZZ_RUNS'] ?? 150);

describe(`linting after edits (FUZZ_SEED=${seed})`, function () {
  this.timeout(600_000);

  it('finds what linting the whole text afresh finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), edits(6), fc.array(fc.nat(60)), ({ text, format, fileName }, list, givenUp) => {
        const kind = fileName.includes('connector') ? 'connector' : 'template';
        const memory = {};
        let document = readDocument(text, format);
        for (const [index, edited] of textsAfter(text, list).entries()) {
          document = rereadDocument(document, edited);
          // Now and then a run is given up halfway, as when an edit overtakes it.
          const steps = lintingSteps(document, kind, {}, memory);
          for (let step = 0; step < (givenUp[index] ?? 0); step++) steps.next();
          if (givenUp[index]) continue;
          const found = lintDocument(document, kind, {}, memory);
          assert.deepEqual(found, lintDocument(readDocument(edited, format), kind, {}), edited);
        }
      }),
      { seed, numRuns: runs },
    );
  });
});
