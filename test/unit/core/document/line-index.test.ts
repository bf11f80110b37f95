import assert from 'node:assert/strict';
import { lineIndex } from '../../../../src/core/document/line-index';

describe('the line index', () => {
  const text = 'a\r\nbc\rd\n\u{1F600}e\n';
  const lines = lineIndex(text);

  it('takes CR LF, CR and LF for line ends', () => {
    assert.equal(lines.lineCount, 5);
    assert.deepEqual([0, 1, 2, 3, 4, 5, -1].map(lines.lineAt), ['a', 'bc', 'd', '\u{1F600}e', '', '', '']);
  });

  it('counts characters in UTF-16 units, there and back', () => {
    assert.deepEqual(lines.positionAt(text.indexOf('e')), { line: 3, character: 2 });
    for (const character of ['a', 'b', 'c', 'd', 'e']) {
      const offset = text.indexOf(character);
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset, character);
    }
  });

  it('keeps to the text', () => {
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(1_000), { line: 4, character: 0 });
    assert.equal(lines.offsetAt({ line: 1, character: 99 }), text.indexOf('\rd'));
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), text.length);
    assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0);
  });
});
