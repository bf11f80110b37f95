import assert from 'node:assert/strict';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';

const tenant = '11111111-2222-4333-8444-555555555555';
const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const cspm = 'api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479';
const Principal = { Federated: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${issuer}` } };
const Condition = { StringLike: { [`${issuer}:aud`]: cspm, 'sts:RoleSessionName': `MicrosoftDefenderForClouds_${tenant}` } };
const whole = { Effect: 'Allow', Principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition };

const template = (trust: unknown, resources: object = {}, roleName = 'CspmMonitorAws', made = true) =>
  JSON.stringify({
    Metadata: { DefenderConnectors: { ...(made && { Tenant: tenant }) } },
    Resources: {
      ASCDefendersOIDCIdentityProvider: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: `https://${issuer}`, ClientIdList: [cspm], ThumbprintList: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] } },
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: roleName, AssumeRolePolicyDocument: trust } },
      ...resources,
    },
  });

const found = (text: string) => lint(text, 'x.json').map(({ rule, span, message }) => `${rule.replace('template/', '')} ${text.slice(span.start, span.end)} ${message}`);

describe('the elements of a trust policy', () => {
  const nothing = 'The trust policy of role CspmMonitorAws has no statement, so nobody can assume it. Add one.';

  for (const [what, trust, place] of [
    ['there is nothing', null, 'AssumeRolePolicyDocument'],
    ['it is an empty map', {}, 'AssumeRolePolicyDocument'],
    ['it has a version alone', { Version: '2012-10-17' }, 'AssumeRolePolicyDocument'],
    ['its list is empty', { Version: '2012-10-17', Statement: [] }, 'Statement'],
    ['its statement is empty', { Version: '2012-10-17', Statement: {} }, 'Statement'],
    ['its list holds nothing', { Version: '2012-10-17', Statement: [null, {}] }, 'Statement'],
    ['its statement is a text', { Version: '2012-10-17', Statement: 'all' }, 'Statement'],
  ] as const) {
    it(`are written as Microsoft publishes them where ${what}`, () => {
      const text = template(trust);
      assert.deepEqual(found(text), [`policy-element "${place}" ${nothing}`]);
      const fixed = applyFixes(text, lint(text, 'x.json'));
      assert.deepEqual(JSON.parse(fixed).Resources.Role.Properties.AssumeRolePolicyDocument, { Version: '2012-10-17', Statement: [whole] });
      assert.deepEqual(lint(fixed, 'x.json'), []);
    });
  }

  for (const [what, statement, expected] of [
    ['no effect', { Principal, Action: whole.Action, Condition }, '"Principal" A statement of the trust policy of role CspmMonitorAws lacks Effect, which is required. Add it.'],
    ['no principal', { Effect: 'Allow', Action: whole.Action, Condition }, '"Effect" A statement of the trust policy of role CspmMonitorAws lacks Principal, which is required. Add it.'],
    ['no action', { Effect: 'Allow', Principal, Condition }, '"Effect" A statement of the trust policy of role CspmMonitorAws lacks Action, which is required. Add it.'],
    ['an empty principal', { ...whole, Principal: {} }, '"Principal" Principal is empty in a statement of the trust policy of role CspmMonitorAws. Say what it is.'],
    ['an empty list of actions', { ...whole, Action: [] }, '"Action" Action is empty in a statement of the trust policy of role CspmMonitorAws. Say what it is.'],
    ['an effect in small letters', { ...whole, Effect: 'allow' }, '"allow" There is no effect allow. Write Allow.'],
    ['a misspelt condition', { Effect: 'Allow', Principal, Action: whole.Action, Conditon: Condition }, '"Conditon" A statement has no element Conditon. Write Condition.'],
    ['a misspelt kind of principal', { ...whole, Principal: { Federate: Principal.Federated } }, '"Federate" There is no kind of principal Federate. Write Federated.'],
    ['a resource', { ...whole, Resource: '*' }, '"Resource" A trust policy takes no Resource: it is about the role itself. Remove it.'],
  ] as const) {
    it(`are seen, and put right, where a statement has ${what}`, () => {
      const text = template({ Version: '2012-10-17', Statement: [statement] });
      assert.deepEqual(found(text), [`policy-element ${expected}`]);
      const fixed = applyFixes(text, lint(text, 'x.json'));
      assert.deepEqual(JSON.parse(fixed).Resources.Role.Properties.AssumeRolePolicyDocument.Statement, [whole]);
    });
  }

  it('are told at a statement that has none, beside one that has them', () => {
    assert.deepEqual(found(template({ Version: '2012-10-17', Statement: [whole, {}] })), [
      'policy-element {} A statement of the trust policy of role CspmMonitorAws has no elements. Write them below it, or remove it.',
    ]);
  });

  it('are written only where they are known in full', () => {
    const fixes = (text: string) => lint(text, 'x.json').map((one) => one.fixes.length);
    assert.deepEqual(fixes(template({ Statement: [] }, {}, 'CspmMonitorAws', false)), [0]);
    assert.deepEqual(fixes(template({ Statement: [] }, {}, 'OfSomebodyElse')), [0]);
  });

  it('may be the text of a policy, or made by a function', () => {
    for (const trust of [JSON.stringify({ Statement: [whole] }), { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://x/y' } } }, { Version: '2012-10-17', Statement: { 'Fn::If': ['AWS::Region', whole, whole] } }]) {
      assert.ok(!found(template(trust)).some((one) => one.startsWith('policy-element')), JSON.stringify(trust));
    }
  });
});

describe('the elements of other policies', () => {
  const policy = (Type: string, statement: unknown) => {
    const text = template({ Version: '2012-10-17', Statement: [whole] }, { P: { Type, Properties: { PolicyDocument: { Version: '2012-10-17', Statement: statement }, ...(Type === 'AWS::S3::BucketPolicy' ? { Bucket: 'b' } : {}) } } });
    return found(text).filter((one) => one.startsWith('policy-element'));
  };

  it('are a resource and no principal, where it is of permissions', () => {
    assert.deepEqual(policy('AWS::IAM::ManagedPolicy', [{ Effect: 'Allow', Action: 's3:GetObject', Principal: '*' }]), [
      'policy-element "Effect" A statement of the policy of P lacks Resource, which is required. Add it.',
      'policy-element "Principal" A policy of permissions takes no Principal: it is about the role that has it. Remove it.',
    ]);
    assert.deepEqual(policy('AWS::IAM::ManagedPolicy', [{ Effect: 'Allow', NotAction: 's3:GetObject', NotResource: '*' }]), []);
    assert.deepEqual(policy('AWS::IAM::ManagedPolicy', []), ['policy-element "Statement" PolicyDocument of P has no statement. Add one.']);
  });

  it('are both, where it is of a bucket', () => {
    assert.deepEqual(policy('AWS::S3::BucketPolicy', [{ Sid: 'Deny all of it', Effect: 'Deny', Action: 's3:*', Principal: '*', Resource: '*' }]), []);
    assert.deepEqual(policy('AWS::S3::BucketPolicy', [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }]), ['policy-element "Effect" A statement of the policy of P lacks Principal, which is required. Add it.']);
  });

  it('have names of letters and digits, each its own, where they are of IAM', () => {
    const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    assert.deepEqual(policy('AWS::IAM::ManagedPolicy', [{ Sid: 'a-b', ...allow }, { Sid: 'c', ...allow }, { Sid: 'c', ...allow }, { Sid: '', ...allow }, { Sid: '', ...allow }]), [
      'policy-element "a-b" Sid a-b has more than letters and digits, and IAM takes no others. Write ab.',
      'policy-element "c" Two statements of the policy of P have Sid c. Give each its own.',
    ]);
  });
});
