import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Located, LocatedDocument } from '../../../../src/core/document/located';
import { PiecedText } from '../../../../src/core/document/pieced-text';
import { readPlainYaml } from '../../../../src/core/document/plain-yaml/read-plain-yaml';
import { readDocument, rereadDocument } from '../../../../src/core/document/read-document';
import { readJson } from '../../../../src/core/document/read-json';
import { readYaml } from '../../../../src/core/document/read-yaml';
import { syntaxErrors } from '../../../../src/core/document/syntax-errors';
import { edits, seeds, type Seed, textsAfter } from './random-edits';

const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 937_240 : Date.now() % 1_000_000));
const runs = Number(process.env['FUZZ_RUNS'] ?? 300);

/** Everything that a template can be written with, so that edits hit each of it. */
const rich = `---
AWSTemplateFormatVersion: '2010-09-09'
Parameters: # all
  P:
    Type: String
    Default: 012345678901
Resources:
  # first
  A:
    Type: "AWS::SNS::Topic" # c
    Properties:
      Code: |
        a
          b

        # c
      D: |-
        x
      L: [a, !Ref B, "c", {a: b, "q":1}]
      M: {a: [1, 2],
        b: c}
      N:
      - a
      - - b
        - c
      - x: y
        z:
          - 1
      - !Sub "x\${B}"
      O: !If
        - A
        - !Ref B
        - - C
      P: !GetAtt A.b.c
      Q:
      R: 'it''s' # c
      S: 1.50
      T: https://x/y#z
      U: "a\\n\\"b"
      V: text over
        two lines

  B:
    Type: AWS::SNS::Topic
    # last
Outputs: {}
`;
const json = JSON.stringify({ Parameters: { A: { Default: 'x"\\' } }, Resources: { B: { Type: 'T', List: [1, [], {}, null, true] }, C: {} }, Outputs: {} }, null, 2);
const short = `A: 1 # a
Parameters:
  # p
  P: {a: b}
Resources:
  A:
    Type: B
    L: [a,
      b]
    T: |
      x
  "B":
    - c
  # last
D:
  e: f`;
const all: readonly Seed[] = [
  ...seeds,
  ...[rich, rich, rich.replaceAll('\n', '\r\n'), rich.replace('b: c', '&x b: *x')].map((text): Seed => ({ text, fileName: 'x.yaml', format: 'yaml' })),
  ...[json, json].map((text): Seed => ({ text, fileName: 'x.json', format: 'json' })),
];

/** Values and places alone. */
const shape = (node: Located | undefined): unknown => {
  if (!node) return undefined;
  const place = [node.span.start, node.span.end];
  if (node.kind === 'scalar') return [node.value, node.style, ...place];
  if (node.kind === 'sequence') return [place, node.items.map(shape)];
  return [place, node.entries.map(({ key, value }) => [shape(key), shape(value)])];
};
const shapeOf = ({ root, syntaxErrors: errors }: LocatedDocument): unknown => [
  shape(root),
  errors.map(({ message, span }) => [message, span.start, span.end]),
];

function edit(pieces: PiecedText, text: string): PiecedText {
  const old = pieces.toString();
  let start = 0;
  while (start < Math.min(old.length, text.length) && old[start] === text[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  return pieces.replaced(start, old.length - end, text.slice(start, text.length - end));
}

describe(`reading by sections (FUZZ_SEED=${seed})`, function () {
  this.timeout(600_000);
  const cases = fc.record({ seed: fc.constantFrom(...all), list: edits(8) });

  it('gives after any edits what reading the whole text afresh gives', () => {
    fc.assert(
      fc.property(cases, ({ seed: { text, format }, list }) => {
        let document = readDocument(text, format);
        for (const edited of textsAfter(text, list)) {
          document = rereadDocument(document, edited);
          assert.deepEqual(shapeOf(document), shapeOf(readDocument(edited, format)), edited);
        }
      }),
      { seed, numRuns: runs },
    );
  });

  for (const [format, text] of [['yaml', short], ['yaml', short.replaceAll('\n', '\r\n')], ['json', json]] as const) {
    it(`gives the same wherever a character of ${format} is typed or taken away`, () => {
      const typed = ['', 'x', ' ', '\n', '\n  ', ':', '#', '"', '}', ',', '{', '/', '- '];
      for (let at = 0; at <= text.length; at++) {
        for (const [words, length] of [...typed.map((one) => [one, 0] as const), ['', 1], ['', 2], ['y', 1]] as const) {
          const edited = text.slice(0, at) + words + text.slice(at + length);
          const document = rereadDocument(readDocument(text, format), edited);
          assert.deepEqual(shapeOf(document), shapeOf(readDocument(edited, format)), edited);
        }
      }
    });
  }

  it('gives the same where the text is in pieces, and edits share them', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(1, 40, 8192), ({ seed: { text, format }, list }, pieceLength) => {
        let pieces = PiecedText.of(text, pieceLength);
        let document = readDocument(text, format);
        for (const edited of textsAfter(text, list)) {
          pieces = edit(pieces, edited);
          document = rereadDocument(document, pieces);
          assert.deepEqual(shapeOf(document), shapeOf(readDocument(edited, format)), edited);
        }
      }),
      { seed, numRuns: runs },
    );
  });

  it('gives what the whole reader gives, wherever that finds no mistake', () => {
    fc.assert(
      fc.property(cases, ({ seed: { text, format }, list }) => {
        for (const edited of textsAfter(text, list)) {
          const document = readDocument(edited, format);
          const whole = format === 'json' ? readJson(edited) : readYaml(edited);
          assert.equal(document.syntaxErrors.length > 0, whole.syntaxErrors.length > 0, `${document.syntaxErrors[0]?.message} / ${whole.syntaxErrors[0]?.message}\n${edited}`);
          if (whole.syntaxErrors.length === 0) assert.deepEqual(shapeOf(document), shapeOf(whole), edited);
        }
      }),
      { seed, numRuns: runs },
    );
  });

  it('gives by the fast reader what the `yaml` package gives', () => {
    let accepted = 0;
    fc.assert(
      fc.property(cases, ({ seed: { text, format }, list }) => {
        for (const edited of format === 'yaml' ? textsAfter(text, list) : []) {
          const spanAt = (start: number, end: number) => ({ start, end });
          const errors = syntaxErrors(edited);
          const root = readPlainYaml({ text: edited, start: 0, end: edited.length, spanAt, errors });
          if (!root) continue;
          accepted++;
          assert.deepEqual(shapeOf({ text: edited, format, root, syntaxErrors: errors.all }), shapeOf(readYaml(edited)), edited);
        }
      }),
      { seed, numRuns: runs },
    );
    assert.ok(accepted > runs, `only ${accepted} texts were in the plain form`);
  });
});
