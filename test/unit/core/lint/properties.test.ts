import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';
import { rules } from '../../../../src/core/lint/rules';

/** Every fixture short enough to mutate often, with a name that makes it the right kind of file. */
const seeds = rules.flatMap(({ id, kind }) =>
  ['bad', 'good'].flatMap((name) => {
    const format = existsSync(`test/rules/${id}/${name}.json`) ? 'json' : 'yaml';
    const text = readFileSync(`test/rules/${id}/${name}.${format}`, 'utf8');
    return text.length > 10_000 ? [] : [{ text, fileName: kind === 'connector' ? `x.connector.${format}` : `x.${format}` }];
  }),
);

const scrap = fc.oneof(
  fc.constantFrom('', '\n', '\r\n', '\r', '\t', ' ', '  ', ':', ': ', '- ', ',', '"', "'", '[', ']', '{', '}', '#', '&a ', '*a', '!Ref ', '!Sub ', '<<: ', '|\n', '---\n', '*', '\\', '\uFEFF', '\uD800', '0', 'null', 'true'),
  fc.constantFrom('sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', '${AWS::AccountId}', 'MicrosoftDefenderForClouds_', '# defender-disable-next-line connector/x'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const mutation = fc.record({ at: fc.nat(10_000), length: fc.nat(40), text: scrap });
const mutated = fc
  .record({ seed: fc.constantFrom(...seeds), mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }) })
  .map(({ seed, mutations }) => ({
    fileName: seed.fileName,
    text: mutations.reduce((text, { at, length, text: scrapText }) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + scrapText + text.slice(start + length);
    }, seed.text),
  }));

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const runs = Number(process.env['FUZZ_RUNS'] ?? 400);

describe(`whatever the text (FUZZ_SEED=${seed})`, function () {
  this.timeout(60_000);

  it('every finding stands inside it, and every fix applies and adds no error', () => {
    fc.assert(
      fc.property(mutated, ({ text, fileName }) => {
        for (const { span, fixes, message } of lint(text, fileName)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, message);
          assert.match(message, /^[^\n]+[.?]$/);
          for (const { title, edits } of fixes) {
            for (const edit of edits) assert.ok(0 <= edit.span.start && edit.span.end <= text.length, message);
            const fixed = applyEdits(text, edits);
            // A key that was not known hid what is wrong below it.
            const kept = title.startsWith('Rename to ') ? /\/syntax$/ : /./;
            const errors = (checked: string) => lint(checked, fileName).filter(({ severity, rule }) => severity === 'error' && kept.test(rule));
            assert.ok(errors(fixed).length <= errors(text).length, `${message}\n--- fixed ---\n${fixed}`);
          }
        }
      }),
      { seed, numRuns: runs },
    );
  });
});
