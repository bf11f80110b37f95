import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PiecedText } from '../../../../src/core/document/pieced-text';

const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 937_240 : Date.now() % 1_000_000));
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 500);

/** Lines of all ends, and none. */
const texts = (most: number): fc.Arbitrary<string> => fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '\n\n', 'a longer line of text', '\u{1F600}'), { maxLength: most }).map((parts) => parts.join(''));

const place = fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.integer({ min: -1, max: 30 }) });

const edits = fc.array(fc.record({ start: place, end: place, text: texts(4) }), { maxLength: 6 });

/** As the language server protocol applies an edit, by the library that defines it. */
function applied(text: string, { start, end, text: words }: { readonly start: { line: number; character: number }; readonly end: { line: number; character: number }; readonly text: string }) {
  const peer = TextDocument.create('x', 'yaml', 1, text);
  const [one, other] = [peer.offsetAt(start), peer.offsetAt(end)];
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return { from, to, text: text.slice(0, from) + words + text.slice(to) };
}

describe(`a text in pieces (FUZZ_SEED=${seed})`, () => {
  it('says after any edits what one string says, and puts places where the protocol puts them', () => {
    fc.assert(
      fc.property(texts(30), edits, fc.constantFrom(1, 4, 16, 8192), (text, list, pieceLength) => {
        let expected = text;
        let pieces = PiecedText.of(text, pieceLength);
        for (const edit of list) {
          const { from, to, text: next } = applied(expected, edit);
          assert.deepEqual([pieces.offsetAt(edit.start), pieces.offsetAt(edit.end)].sort((one, other) => one - other), [from, to]);
          pieces = pieces.replaced(from, to, edit.text);
          expected = next;
          sameAs(expected, pieces);
        }
      }),
      { seed, numRuns },
    );
  });

  it('finds what two texts do not share', () => {
    fc.assert(
      fc.property(texts(30), edits, fc.constantFrom(1, 4, 16, 8192), (text, list, pieceLength) => {
        const old = PiecedText.of(text, pieceLength);
        const now = list.reduce((pieces, edit) => pieces.replaced(...rangeOf(pieces, edit), edit.text), old);
        const difference = now.differenceFrom(old);
        const [before, behind] = [text.slice(0, difference.start), text.slice(difference.start + difference.old.length)];
        assert.equal(before + difference.old + behind, text);
        assert.equal(before + difference.now + behind, now.toString());
      }),
      { seed, numRuns },
    );
  });

  it('copies no more of a large text than some lines around an edit', () => {
    const large = PiecedText.of('some words on a line\n'.repeat(50_000));
    const { old, now } = large.replaced(500_000, 500_000, 'x').differenceFrom(large);
    assert.equal(now.length, old.length + 1);
    assert.ok(now.length < 20_000, `${now.length} characters`);
  });
});

function rangeOf(pieces: PiecedText, { start, end }: { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } }): readonly [number, number] {
  const [one, other] = [pieces.offsetAt(start), pieces.offsetAt(end)];
  return [Math.min(one, other), Math.max(one, other)];
}

function sameAs(text: string, pieces: PiecedText): void {
  const peer = TextDocument.create('x', 'yaml', 1, text);
  assert.equal(pieces.length, text.length);
  assert.equal(pieces.lineCount, peer.lineCount);
  for (let at = -1; at <= text.length + 1; at++) {
    assert.deepEqual(pieces.positionAt(at), peer.positionAt(at), `${at} in ${JSON.stringify(text)}`);
    assert.equal(pieces.charAt(at), text.charAt(at));
    assert.equal(pieces.charCodeAt(at), text.charCodeAt(at));
    assert.equal(pieces.slice(at, at + 7), text.slice(at, at + 7));
    assert.equal(pieces.startsWith('bc', at), text.startsWith('bc', at));
  }
  for (let line = -1; line <= peer.lineCount; line++) {
    for (const character of [-1, 0, 1, 5, 40]) assert.equal(pieces.offsetAt({ line, character }), peer.offsetAt({ line, character }), `${line}:${character} in ${JSON.stringify(text)}`);
  }
  assert.equal(pieces.toString(), text);
}
