import assert from 'node:assert/strict';
import { lineDiff } from '../../../../src/core/onboarding/line-diff';

const show = (before: string, after: string) => lineDiff(before, after).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-', gap: '…' }[kind]}${text}`);

describe('a difference, line by line', () => {
  it('shows what changes with two lines around it, and folds the rest', () => {
    assert.deepEqual(show('a\nb\nc\nd\ne\nf\ng\n', 'a\nb\nc\nd\nE\nf\ng\n'), ['…', ' c', ' d', '-e', '+E', ' f', ' g']);
    assert.deepEqual(show('', 'a\nb\n'), ['+a', '+b']);
    assert.deepEqual(show('x\n1\n2\n3\n4\n5\n6\ny\n', 'X\n1\n2\n3\n4\n5\n6\nY\n'), ['-x', '+X', ' 1', ' 2', '…', ' 5', ' 6', '-y', '+Y']);
  });

  it('keeps lines that only moved between others', () => {
    assert.deepEqual(show('a\nb\nc\n', 'b\nc\nd\n'), ['-a', ' b', ' c', '+d']);
  });

  it('is the new text when what is taken out is left out, for any two texts', () => {
    for (const [before, after] of [['a\nb\na\nc', 'a\nc\na\nb'], ['q', ''], ['a\na\na', 'a\nb\na\na\nb'], ['1\n2\n3', '3\n2\n1']] as const) {
      const lines = lineDiff(before, after, 1_000).filter(({ kind }) => kind === 'same' || kind === 'added').map(({ text }) => text);
      if (!lineDiff(before, after).some(({ kind }) => kind === 'gap')) assert.equal(lines.join('\n'), after);
    }
  });

  it('stays short and quick for large texts', () => {
    const many = (letter: string) => Array.from({ length: 3_000 }, (_, index) => `${letter}${index}`).join('\n');
    const lines = lineDiff(many('a'), many('b'));
    assert.equal(lines.length, 201);
    assert.equal(lines.at(-1)?.text, '5800 more lines');
  });
});
