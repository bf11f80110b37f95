import assert from 'node:assert/strict';
import { actionsAt, fixAllEdits } from '../../../../src/core/language/actions';
import type { Finding, Fix } from '../../../../src/core/model/finding';

const fix = (title: string, start: number, end: number): Fix => ({ title, edits: [{ span: { start, end }, newText: title }] });

const finding = (start: number, end: number, ...fixes: Fix[]): Finding => ({
  rule: 'connector/example',
  severity: 'error',
  message: 'Wrong.',
  span: { start, end },
  fixes,
});

describe('actions', () => {
  it('offers the fixes of the findings that a span touches, the first of each as preferred', () => {
    const first = finding(0, 4, fix('a', 0, 4), fix('b', 0, 4));
    const second = finding(10, 14, fix('c', 10, 14));
    const offered = actionsAt([first, second], { start: 4, end: 4 });
    assert.deepEqual(offered.map(({ title, preferred }) => [title, preferred]), [['a', true], ['b', false]]);
    assert.deepEqual(actionsAt([first, second], { start: 5, end: 9 }), []);
  });

  it('fixes all at once, each place only once', () => {
    const edits = fixAllEdits([
      finding(0, 4, fix('a', 0, 4), fix('not this', 20, 22)),
      finding(2, 6, fix('collides', 2, 6)),
      finding(6, 8, fix('b', 6, 8)),
      finding(9, 9),
    ]);
    assert.deepEqual(edits.map(({ newText }) => newText), ['a', 'b']);
  });
});
