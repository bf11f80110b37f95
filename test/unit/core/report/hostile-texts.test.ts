import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../../src/core/report/csv';
import { markdownCode, markdownText } from '../../../../src/core/report/markdown-text';
import { plainLine } from '../../../../src/core/report/plain-line';

describe('texts of others in reports', () => {
  it('are texts in a spreadsheet, never formulas', () => {
    for (const start of ['=', '+', '-', '@', '\t=', ' =', '\r=']) {
      assert.match(csv([[`${start}cmd|' /C calc'!A0`]]), /^"?'/, JSON.stringify(start));
    }
    assert.equal(csv([['a', 1, 'b,c', 'd"e', 'f\ng', -5]]), 'a,1,"b,c","d""e","f\ng",-5\r\n');
  });

  it('come back from CSV as they went in, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
        const read = readRow(csv([cells]));
        assert.deepEqual(read.map((cell, index) => (cells[index] === cell ? cell : cell.slice(1))), cells);
      }),
    );
  });

  it('are no markup in Markdown', () => {
    assert.equal(markdownText('<img src=x onerror=alert(1)>'), '\\<img src=x onerror=alert(1)\\>');
    assert.equal(markdownText('[click](https://evil.example) | a\n# b'), '\\[click\\](https:&#47;&#47;evil.example) \\| a \\# b');
    assert.equal(markdownCode('a ``b`` | c'), '``` a ``b`` \\| c ```');
    assert.equal(markdownCode('plain'), '`plain`');
  });

  it('do not move the cursor of a terminal', () => {
    assert.equal(plainLine('a\u001b[2Jb\r\nc\u202ed'), 'a [2Jb c d');
  });
});

/** One row by RFC 4180. */
function readRow(text: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
    const plain = /^[^,\r\n"]*/.exec(text.slice(at))?.[0] ?? '';
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain);
    at += quoted ? quoted[0].length : plain.length;
    if (text[at] !== ',') return cells;
    at += 1;
  }
}
