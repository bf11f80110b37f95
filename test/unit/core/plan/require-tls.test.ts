import assert from 'node:assert/strict';
import type { Json } from '../../../../src/core/model/json';
import { requireTls } from '../../../../src/core/plan/require-tls';

const arn = 'arn:aws:s3:::cf-templates-1-us-east-1';
const statement = {
  Sid: 'AllowSSLRequestsOnly',
  Action: 's3:*',
  Effect: 'Deny',
  Resource: [arn, `${arn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  Principal: '*',
};
const other = { Sid: 'Mine', Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 's3:GetObject', Resource: `${arn}/*` };
const policy = (...Statement: readonly Json[]): Json => ({ Version: '2012-10-17', Statement });

describe('requireTls', () => {
  it('makes a policy where there is none', () => assert.deepEqual(requireTls(null, arn), { policy: policy(statement), changed: true }));

  it('keeps every statement, the id and the version', () => {
    const given = { Id: 'ours', Version: '2008-10-17', Statement: other };
    assert.deepEqual(requireTls(given, arn).policy, { Id: 'ours', Version: '2008-10-17', Statement: [other, statement] });
  });

  it('knows the statement however it is written', () => {
    for (const given of [
      statement,
      { ...statement, Sid: 'x', Principal: { AWS: '*' }, Action: ['s3:*'] },
      { ...statement, Resource: '*', Condition: { Bool: { 'aws:SecureTransport': false } } },
      { ...statement, Condition: { Bool: { 'aws:SecureTransport': ['false'] } } },
    ])
      assert.equal(requireTls(policy(other, given), arn).changed, false, JSON.stringify(given));
  });

  it('takes nothing weaker for it, and no Sid twice', () => {
    for (const given of [
      { ...statement, Effect: 'Allow' },
      { ...statement, Action: 's3:GetObject' },
      { ...statement, Principal: { AWS: '123456789012' } },
      { ...statement, Resource: [`${arn}/*`] },
      { ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      { ...statement, Condition: { Bool: { 'aws:SecureTransport': 'false' }, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
    ]) {
      const { policy: made, changed } = requireTls(policy(given), arn);
      assert.ok(changed, JSON.stringify(given));
      assert.deepEqual(made['Statement'], [given, { ...statement, Sid: 'AllowSSLRequestsOnly2' }]);
    }
  });
});
