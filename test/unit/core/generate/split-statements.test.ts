import assert from 'node:assert/strict';
import { policySize } from '../../../../src/core/generate/policy-size';
import { splitStatements } from '../../../../src/core/generate/split-statements';

const sizeOf = (statements: readonly unknown[]) => policySize({ Version: '2012-10-17', Statement: statements });

const allow = (...actions: readonly string[]) => ({ Effect: 'Allow', Action: actions, Resource: '*' });

describe('splitting a policy', () => {
  it('leaves what fits in one document', () => {
    const statements = [allow('a:B'), allow('c:D')];
    assert.deepEqual(splitStatements(statements, sizeOf(statements)), [statements]);
  });

  it('starts a new document where the next statement does not fit', () => {
    const [first, second] = [allow('a:B'), allow('c:D')];
    assert.deepEqual(splitStatements([first, second], sizeOf([first, second]) - 1), [[first], [second]]);
  });

  it('cuts a statement that is too large in its actions, and keeps its Sid on the first piece alone', () => {
    const statement = { Sid: 'Many', ...allow('a:One', 'a:Two', 'a:Three', 'a:Four') };
    const documents = splitStatements([statement], sizeOf([statement]) - 1);
    assert.deepEqual(documents, [[{ Sid: 'Many', ...allow('a:One', 'a:Two') }], [allow('a:Three', 'a:Four')]]);
  });

  it('gives up on a single action rather than on the policy', () => {
    const statement = allow('a:One');
    assert.deepEqual(splitStatements([statement], 10), [[statement]]);
  });
});

describe('the size of a policy', () => {
  it('leaves white space out', () => {
    assert.equal(policySize({ Sid: 'a b c' }), '{"Sid":"abc"}'.length);
  });

  it('counts an intrinsic at the length it may grow to', () => {
    assert.equal(policySize([{ 'Fn::Sub': '${AWS::AccountId}-${AWS::Partition}' }]), '["123456789012-aws-us-gov"]'.length);
    assert.equal(policySize([{ Ref: 'RoleName' }]), '[""]'.length + 64);
    assert.equal(policySize([{ 'Fn::Sub': 'role/${RoleName}' }]), '["role/"]'.length + 64);
  });
});
