import assert from 'node:assert/strict';
import fc from 'fast-check';
import { passesPattern } from '../../../../src/core/lint/passes-pattern';

describe('patterns of a file', () => {
  for (const [pattern, text, expected] of [
    ['[-_a-zA-Z0-9]+', 'CspmMonitorAws', true],
    ['[-_a-zA-Z0-9]+', 'Cspm Monitor', false],
    ['[-_a-zA-Z0-9]+', '', false],
    ['^\\d{12}$', '123456789012', true],
    ['^\\d{12}$', '12345678901', false],
    ['a{2}', 'aaa', false],
    ['a{2,3}b?', 'aaab', true],
    ['a{2,3}b?', 'aaaab', false],
    ['a{2,}', 'aaaaaa', true],
    ['OIDC_[^/]*', 'OIDC_', true],
    ['OIDC_[^/]*', 'OIDC_a/b', false],
    ['arn:aws:iam::\\d+:role/.*', 'arn:aws:iam::1:role/x', true],
    ['\\.', 'x', false],
    ['[a\\-z]', '-', true],
    ['(a|b)', 'a', undefined],
    ['(?=a)a', 'a', undefined],
    ['a++', 'a', undefined],
    ['a*?', 'a', undefined],
    ['[a-z&&[^b]]', 'a', undefined],
    ['[a', 'a', undefined],
    ['a{9999}{2}', 'a', undefined],
    ['\\p{L}', 'a', undefined],
    ['a\\', 'a', undefined],
  ] as const) {
    it(`${pattern} ${expected === undefined ? 'is not judged' : expected ? 'takes' : 'refuses'} ${text}`, () => {
      assert.equal(passesPattern(pattern, text), expected);
    });
  }

  it('never take long, whatever they are', () => {
    const started = performance.now();
    assert.equal(passesPattern(`${'a*'.repeat(400)}b`, 'a'.repeat(4000)), false);
    assert.ok(performance.now() - started < 2000);
  });

  it('agree with the engine of the language where they are understood', () => {
    const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '[a-c]', '\\d', '\\w', '\\.');
    const count = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}');
    const pattern = fc.array(fc.tuple(piece, count), { maxLength: 4 }).map((parts) => parts.flat().join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.'), maxLength: 5 });
    fc.assert(fc.property(pattern, text, (one, other) => passesPattern(one, other) === new RegExp(`^(?:${one})$`).test(other)));
  });
});
