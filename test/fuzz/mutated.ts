import fc from 'fast-check';
import { corpus, type Document } from './corpus';
import { mutatorNames, mutators } from './mutators';
import { scraps } from './scraps';

const document: fc.Arbitrary<Document> = fc.oneof(...corpus.map(({ weight, documents }) => ({ weight: Math.ceil(weight * 10), arbitrary: fc.constantFrom(...documents) })));

const mutation = fc.record({
  mutator: fc.constantFrom(...mutatorNames),
  at: fc.nat(),
  to: fc.nat(),
  scrap: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...scraps) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }),
  other: document.map(({ text }) => text),
});

/** A document of ours with up to five things wrong that were not wrong before. */
export const mutated: fc.Arbitrary<Document> = fc
  .record({ document, mutations: fc.array(mutation, { minLength: 1, maxLength: 5 }) })
  .map(({ document: { fileName, text }, mutations }) => ({
    fileName,
    // Blocks of large files can double; what is about size is in the hostile files.
    text: mutations.reduce((bent, { mutator, ...choice }) => mutators[mutator]?.(bent, choice) ?? bent, text).slice(0, 150_000),
  }));
