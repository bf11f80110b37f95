import assert from 'node:assert/strict';
import { resolveValue } from '../../../../src/core/plan/resolve-value';
import { holds } from '../../../../src/core/plan/template-scope';

const scope = {
  body: {
    Parameters: { List: { Type: 'CommaDelimitedList' } },
    Conditions: {
      On: { 'Fn::Equals': [{ Ref: 'Flag' }, 'yes'] },
      Loop: { Condition: 'Loop' },
    },
  },
  values: { Flag: 'yes', Name: 'Cspm', List: 'a, b', 'AWS::AccountId': '123456789012' },
};
const cases: readonly [what: string, value: unknown, expected: unknown][] = [
  ['parameter', { Ref: 'Name' }, 'Cspm'],
  ['list parameter', { Ref: 'List' }, ['a', 'b']],
  ['resource', { Ref: 'Role' }, '${Role}'],
  ['attribute', { 'Fn::GetAtt': ['Role', 'Arn'] }, '${Role.Arn}'],
  ['text with names', { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${Name}-${Role}-${!Kept}' }, 'arn:aws:iam::123456789012:role/Cspm-${Role}-${Kept}'],
  ['text with own names', { 'Fn::Sub': ['${X}/${Name}', { X: { Ref: 'Flag' } }] }, 'yes/Cspm'],
  ['join', { 'Fn::Join': ['-', ['a', { Ref: 'Name' }]] }, 'a-Cspm'],
  ['select and split', { 'Fn::Select': [1, { 'Fn::Split': [',', 'x,y'] }] }, 'y'],
  ['choice', [{ 'Fn::If': ['On', 'kept', 'dropped'] }], ['kept']],
  ['nothing', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
];

describe('resolving template values', () => {
  for (const [what, value, expected] of cases)
    it(what, () => {
      assert.deepEqual(resolveValue(value, scope), expected);
    });

  it('comes to an end whatever the template says', () => {
    assert.equal(holds('Loop', scope), true);
    const deep = Array.from({ length: 5_000 }).reduce((inner) => [inner], 'x');
    assert.doesNotThrow(() => resolveValue(deep, scope));
  });
});
