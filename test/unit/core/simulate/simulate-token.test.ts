import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/read-document';
import { defenderToken } from '../../../../src/core/simulate/defender-token';
import { matchesPattern } from '../../../../src/core/lint/view/matches-pattern';
import { roleTokenVerdicts } from '../../../../src/core/simulate/role-token-verdicts';
import { verdictSentence } from '../../../../src/core/simulate/verdict-sentence';
import { roleById } from '../../../../src/core/catalog/role-by-id';

const tenant = '11111111-2222-4333-8444-555555555555';
const session = `MicrosoftDefenderForClouds_${tenant}`;
const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const audience = 'api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479';
const arn = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${issuer}` };
const aud = `${issuer}:aud`;
const name = 'sts:RoleSessionName';
const right = { [aud]: audience, [name]: session };
const allow = (condition: object, rest: object = {}) => ({
  Effect: 'Allow', Principal: { Federated: arn }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition, ...rest,
});

interface Change {
  readonly provider?: object | null;
  readonly tenant?: string | null;
}

function judge(statements: unknown, { provider = {}, tenant: own = tenant }: Change = {}) {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Metadata: { DefenderConnectors: { Tenant: own } },
    Resources: {
      ...(provider && {
        ASCDefendersOIDCIdentityProvider: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: `https://${issuer}`, ClientIdList: [audience], ...provider } },
      }),
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'CspmMonitorAws', AssumeRolePolicyDocument: { Statement: statements } } },
    },
  };
  const text = JSON.stringify(template);
  const [verdict] = roleTokenVerdicts(readDocument(text, 'json'), {});
  assert.ok(verdict);
  return { ...verdict, at: verdict.span && text.slice(verdict.span.start, verdict.span.end) };
}

describe('simulation of a token', () => {
  for (const [what, statements, outcome, reason, change] of [
    ['the published trust', [allow({ StringLike: right })], 'accepted', /a statement of the trust policy allows it/],
    ['one statement that is no list', allow({ StringLike: right }), 'accepted', /./],
    ['StringEquals', [allow({ StringEquals: right })], 'accepted', /./],
    ['several values, of which one fits', [allow({ StringEquals: { [aud]: ['api://other', audience] } })], 'accepted', /./],
    ['several values, none of which fits', [allow({ StringEquals: { [aud]: ['api://one', 'api://two'] } })], 'rejected', /:aud must be api:\/\/one or api:\/\/two, and the token has api:\/\/4d8b/],
    ['two operators, both of which hold', [allow({ StringEquals: { [aud]: audience }, StringLike: { [name]: session } })], 'accepted', /./],
    ['two keys, of which one does not hold', [allow({ StringEquals: { ...right, [name]: 'Other' } })], 'rejected', /RoleSessionName must be Other/],
    ['a wildcard under StringLike', [allow({ StringLike: { [name]: 'MicrosoftDefenderForClouds_*' } })], 'accepted', /./],
    ['a wildcard under StringEquals', [allow({ StringEquals: { [name]: 'MicrosoftDefenderForClouds_*' } })], 'rejected', /must be MicrosoftDefenderForClouds_\*/],
    ['other letters', [allow({ StringEquals: { [aud]: audience.toUpperCase() } })], 'rejected', /must be API/],
    ['other letters that do not count', [allow({ StringEqualsIgnoreCase: { [aud]: audience.toUpperCase() } })], 'accepted', /./],
    ['an excluded audience', [allow({ StringNotEquals: { [aud]: audience } })], 'rejected', /must not be api/],
    ['another excluded audience', [allow({ StringNotEquals: { [aud]: 'api://other' } })], 'accepted', /./],
    ['a claim the token lacks', [allow({ StringEquals: { 'accounts.google.com:aud': audience } })], 'rejected', /checks accounts.google.com:aud, which the token does not carry/],
    ['the key without its slash', [allow({ StringEquals: { [aud.replace('/:', ':')]: audience } })], 'rejected', /which the token does not carry/],
    ['a claim it lacks, IfExists', [allow({ StringEqualsIfExists: { 'accounts.google.com:aud': 'x' } })], 'accepted', /./],
    ['a claim it lacks, excluded', [allow({ StringNotEquals: { 'accounts.google.com:aud': 'x' } })], 'accepted', /./],
    ['ForAllValues of a claim it lacks', [allow({ 'ForAllValues:StringEquals': { 'accounts.google.com:aud': 'x' } })], 'accepted', /./],
    ['ForAnyValue of a claim it lacks', [allow({ 'ForAnyValue:StringEquals': { 'accounts.google.com:aud': 'x' } })], 'rejected', /does not carry/],
    ['ForAnyValue of what it has', [allow({ 'ForAnyValue:StringLike': right })], 'accepted', /./],
    ['Null of what it has', [allow({ Null: { [aud]: 'true' } })], 'rejected', /not to be there/],
    ['Null false of what it has', [allow({ Null: { [aud]: false } })], 'accepted', /./],
    ['Null false of what it lacks', [allow({ Null: { 'sts:ExternalId': 'false' } })], 'rejected', /asks for sts:ExternalId to be there/],
    ['an operator for numbers', [allow({ NumericEquals: { [aud]: '1' } })], 'rejected', /compares no text/],
    ['an operator that is none', [allow({ StringIs: { [aud]: audience } })], 'rejected', /StringIs is not a condition operator/],
    ['a key of the request', [allow({ StringEquals: right, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })], 'unknown', /asks for aws:SourceIp 10.0.0.0\/8/],
    ['a key of the request beside a wrong audience', [allow({ StringEquals: { [aud]: 'x' }, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })], 'rejected', /:aud must be x/],
    ['another action', [allow({ StringLike: right }, { Action: 'sts:AssumeRole' })], 'rejected', /does not allow sts:AssumeRoleWithWebIdentity/],
    ['any action', [allow({ StringLike: right }, { Action: ['sts:*'] })], 'accepted', /./],
    ['another provider', [allow({}, { Principal: { Federated: 'arn:aws:iam::1:oidc-provider/github' } })], 'rejected', /it trusts arn:aws:iam::1/],
    ['the provider without its slash', [allow({}, { Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer.slice(0, -1)}` } })], 'rejected', /it trusts/],
    ['everyone', [allow({ StringLike: right }, { Principal: '*' })], 'accepted', /./],
    ['a provider of the template', [allow({}, { Principal: { Federated: { Ref: 'ASCDefendersOIDCIdentityProvider' } } })], 'accepted', /./],
    ['a provider of elsewhere', [allow({}, { Principal: { Federated: { 'Fn::ImportValue': 'Provider' } } })], 'unknown', /whom it trusts/],
    ['a service', [allow({}, { Principal: { Service: 'ec2.amazonaws.com' } })], 'rejected', /it trusts ec2/],
    ['no principal', [allow({}, { Principal: undefined })], 'rejected', /names no principal/],
    ['two statements, the second right', [allow({ StringEquals: { [aud]: 'x' } }), allow({ StringLike: right })], 'accepted', /./],
    ['two statements, both wrong: the nearer is told', [allow({}, { Principal: { Service: 'x' } }), allow({ StringEquals: { [aud]: 'x' } })], 'rejected', /:aud must be x/],
    ['a denial that fits', [allow({ StringLike: right }), allow({ StringEquals: { [aud]: audience } }, { Effect: 'Deny' })], 'rejected', /denies it/],
    ['a denial, and nothing that allows it', [allow({}, { Effect: 'Deny' })], 'rejected', /denies it/],
    ['a denial of everyone else', [allow({ StringLike: right }), allow({ StringNotEquals: { [name]: session } }, { Effect: 'Deny', Principal: '*' })], 'accepted', /./],
    ['a denial that cannot be told', [allow({ StringLike: right }), allow({ Bool: { 'aws:SecureTransport': 'false' } }, { Effect: 'Deny' })], 'unknown', /may deny it/],
    ['a value that a stack decides', [allow({ StringLike: { [aud]: { 'Fn::ImportValue': 'x' } } })], 'unknown', /known only when a stack is made/],
    ['conditions that a stack decides', [allow({ 'Fn::If': ['C', { StringLike: right }, {}] })], 'unknown', /its conditions/],
    ['a statement that a stack decides', [{ 'Fn::If': ['C', allow({}), allow({})] }], 'unknown', /its trust policy/],
    ['a policy without statements', [], 'rejected', /has no statement, so it lets in nobody/],
    ['a statement without its effect', [{ ...allow({ StringLike: right }), Effect: undefined }], 'rejected', /IAM does not take its trust policy/],
    ['an effect in small letters', [{ ...allow({ StringLike: right }), Effect: 'allow' }], 'rejected', /IAM does not take its trust policy/],
    ['a provider that lacks the audience', [allow({ StringLike: right })], 'rejected', /does not list that audience/, { provider: { ClientIdList: ['api://b2f86835-c959-461c-b08c-2cd5ca382af5'] } }],
    ['a provider without its slash', [allow({ StringLike: right })], 'rejected', /has URL https/, { provider: { Url: `https://${issuer.slice(0, -1)}` } }],
    ['a provider whose list a stack decides', [allow({ StringLike: right })], 'unknown', /client id/, { provider: { ClientIdList: [{ 'Fn::ImportValue': 'x' }] } }],
    ['a provider of elsewhere altogether', [allow({ StringLike: right })], 'accepted', /./, { provider: null }],
    ['a tenant that is not known', [allow({ StringLike: right })], 'unknown', /asks for sts:RoleSessionName MicrosoftDefender/, { tenant: null }],
    ['a session of another tenant', [allow({ StringLike: right })], 'rejected', /RoleSessionName must be/, { tenant: '99999999-2222-4333-8444-555555555555' }],
  ] as readonly (readonly [string, unknown, string, RegExp, Change?])[]) {
    it(`${outcome === 'unknown' ? 'leaves open' : `says ${outcome} for`} ${what}`, () => {
      const verdict = judge(statements, change);
      assert.equal(verdict.outcome, outcome, verdict.reason);
      assert.match(verdict.reason, reason);
    });
  }

  it('says where it was decided', () => {
    assert.equal(judge([allow({ StringEquals: { [aud]: 'api://other' } })]).at, '"api://other"');
    assert.equal(judge([allow({ StringLike: right })], { provider: { ClientIdList: [] } }).at, '[]');
  });

  it('says it in one sentence, and what it leaves to the account', () => {
    const sentence = `Defender would present audience ${audience} and session ${session}: accepted`;
    assert.equal(verdictSentence(judge([allow({ StringLike: right })])), `${sentence} because a statement of the trust policy allows it.`);
    assert.match(verdictSentence(judge([allow({ StringLike: right })], { provider: null })), /accepted because a statement of the trust policy allows it, if the account's identity provider lists that audience\.$/);
    assert.match(verdictSentence(judge([allow({ StringLike: right })], { tenant: null })), /4479: it cannot be told because it asks for sts/);
  });

  it('takes the token of permissions management from the customer', () => {
    const role = roleById('ciemOidc');
    assert.ok(role);
    assert.equal(defenderToken(role, undefined), undefined);
    assert.deepEqual(defenderToken(role, tenant), {
      issuer: `https://sts.windows.net/${tenant}/`, audience: 'api://mciem-aws-oidc-app', session: undefined, subject: 'f819bf1c-9cf9-42c3-bd59-82c507565fa1',
    });
  });

  it('has no token for a role that a service assumes', () => {
    const role = roleById('containersKinesisToS3');
    assert.ok(role);
    assert.equal(defenderToken(role, tenant), undefined);
  });
});

describe('wildcards', () => {
  for (const [text, pattern, expected] of [
    ['', '', true], ['', '*', true], ['', '?', false], ['abc', 'abc', true], ['abc', 'a*', true], ['abc', '*c', true], ['abc', 'a?c', true],
    ['abc', 'a?', false], ['abc', 'b*', false], ['aXbXc', 'a*b*c', true], ['a.c', 'a.c', true], ['abc', 'a.c', false], ['ab*', 'ab*', true],
    ['a'.repeat(200), `${'a*'.repeat(60)}b`, false],
  ] as const) {
    it(`${JSON.stringify(pattern.slice(0, 20))} ${expected ? 'covers' : 'does not cover'} ${JSON.stringify(text.slice(0, 20))}`, () =>
      assert.equal(matchesPattern(text, pattern), expected));
  }
});
