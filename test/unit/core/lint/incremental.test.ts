import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, rereadDocument } from '../../../../src/core/document/read-document';
import { lintDocument } from '../../../../src/core/lint/lint-document';
import { edits, seeds, textsAfter } from '../document/random-edits';

const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 937_240 : Date.now() % 1_000_000));
const runs = Number(process.env['FUZZ_RUNS'] ?? 150);

describe(`linting after edits (FUZZ_SEED=${seed})`, function () {
  this.timeout(600_000);

  it('finds what linting the whole text afresh finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), edits(6), ({ text, format, fileName }, list) => {
        const kind = fileName.includes('connector') ? 'connector' : 'template';
        const memory = {};
        let document = readDocument(text, format);
        for (const edited of textsAfter(text, list)) {
          document = rereadDocument(document, edited);
          const found = lintDocument(document, kind, {}, memory);
          assert.deepEqual(found, lintDocument(readDocument(edited, format), kind, {}), edited);
        }
      }),
      { seed, numRuns: runs },
    );
  });
});
