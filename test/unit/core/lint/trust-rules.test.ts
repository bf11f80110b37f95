import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/read-document';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';

const tenant = '11111111-2222-4333-8444-555555555555';
const session = `MicrosoftDefenderForClouds_${tenant}`;
const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const cspm = 'api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479';
const aud = `${issuer}:aud`;
const name = 'sts:RoleSessionName';
const right = { [aud]: cspm, [name]: session };
const federated = { Federated: { Ref: 'ASCDefendersOIDCIdentityProvider' } };
const allow = (condition: object, rest: object = {}) => ({ Effect: 'Allow', Principal: federated, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition, ...rest });

const template = (statements: unknown, { roleName = 'CspmMonitorAws', resources = {}, clientIds = [cspm] as unknown[], metadata = {} } = {}) =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Metadata: { DefenderConnectors: { Tenant: tenant, ...metadata } },
    ...(JSON.stringify(statements).includes('"C"') && { Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } } }),
    Resources: {
      ASCDefendersOIDCIdentityProvider: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: `https://${issuer}`, ClientIdList: clientIds, ThumbprintList: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] } },
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: roleName, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: statements } } },
      ...resources,
    },
  });

const said = (text: string) => lint(text, 'x.json').map(({ rule, severity }) => `${severity} ${rule.replace('template/', '')}`);

describe('rules of trust', () => {
  for (const [what, statements, expected, fixed] of [
    ['the published trust', [allow({ StringLike: right })], []],
    ['StringEquals', [allow({ StringEquals: right })], []],
    ['ForAnyValue, which asks for the same', [allow({ 'ForAnyValue:StringEquals': right })], []],
    ['two blocks of conditions', [allow({ StringEquals: { [aud]: cspm }, StringLike: { [name]: session } })], []],
    ['a further condition', [allow({ StringEquals: right, Bool: { 'aws:SecureTransport': 'true' } })], []],
    ['sts:TagSession beside', [allow({ StringEquals: right }, { Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'] })], []],
    ['sts:TagSession in a statement of its own', [allow({ StringEquals: right }), { Effect: 'Allow', Principal: federated, Action: 'sts:TagSession' }], []],
    ['conditions that a stack decides', [allow({ 'Fn::If': ['C', { StringEquals: right }, { StringLike: right }] })], []],
    ['operators that a stack decides', [allow({ StringEquals: { 'Fn::If': ['C', right, right] } })], []],
    ['a denial of everyone else', [allow({ StringEquals: right }), allow({ StringNotLike: { [name]: session } }, { Effect: 'Deny', Principal: '*' })], []],
    ['IfExists', [allow({ StringEqualsIfExists: right })], ['warning trust-operator'], [allow({ StringEquals: right })]],
    ['other spellings', [allow({ StringEqualsIgnoreCase: right })], ['warning trust-operator'], [allow({ StringEquals: right })]],
    ['all but one session', [allow({ StringEquals: { [aud]: cspm }, StringNotLike: { [name]: session } })], ['error trust-operator']],
    ['an operator for numbers', [allow({ NumericEquals: right })], ['error trust-operator'], [allow({ StringEquals: right })]],
    ['an operator for ARNs', [allow({ ArnLike: right })], ['error trust-operator'], [allow({ StringEquals: right })]],
    ['an operator that nothing is like', [allow({ Is: right })], ['error trust-operator']],
    ['Null beside the checks', [allow({ StringEquals: right, Null: { [aud]: 'false' } })], []],
    ['Null alone, which checks nothing', [allow({ Null: { [aud]: 'false', [name]: 'false' } })], ['error role-audience', 'error session-name']],
    ['a key that must not be there', [allow({ StringEquals: right, Null: { [aud]: 'true' } })], ['error trust-operator']],
    ['an audience with a wildcard', [allow({ StringLike: { [aud]: 'api://*', [name]: session } })], ['error role-audience'], [allow({ StringLike: right })]],
    ['a wildcard that is none', [allow({ StringEquals: { [aud]: cspm, [name]: 'MicrosoftDefenderForClouds_*' } })], ['error session-name'], [allow({ StringEquals: right })]],
    ['a second statement that is open', [allow({ StringEquals: right }), allow({ StringEquals: { [name]: session } })], ['error role-audience']],
    ['another account beside', [allow({ StringEquals: right }), { Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }], ['warning trust-principal']],
    ["Sentinel's account beside", [allow({ StringEquals: right }), { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::197857026523:root' }, Action: 'sts:AssumeRole' }], ['error trust-principal']],
    ['the account itself beside', [allow({ StringEquals: right }), { Effect: 'Allow', Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }, Action: 'sts:AssumeRole' }], []],
    ['the classic account beside', [allow({ StringEquals: right }), { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::158177204117:root' }, Action: 'sts:AssumeRole' }], ['information classic-role']],
    ['a service beside', [allow({ StringEquals: right }, { Principal: { ...federated, Service: 'ec2.amazonaws.com' } })], ['error trust-principal'], [allow({ StringEquals: right })]],
    ['a SAML provider', [allow({ StringEquals: right }, { Principal: { Federated: 'arn:aws:iam::123456789012:saml-provider/contoso' } })], ['error trust-principal']],
    ['nobody that Defender is', [{ Effect: 'Allow', Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }, Action: 'sts:AssumeRole' }], ['error trust-principal']],
    ['somebody that a stack decides', [{ Effect: 'Allow', Principal: { 'Fn::If': ['C', federated, federated] }, Action: 'sts:AssumeRole' }], []],
    ['NotAction', [allow({ StringEquals: right }), allow({ StringEquals: right }, { Action: undefined, NotAction: 'sts:AssumeRole' })], ['error trust-action']],
    ['an action with a wildcard', [allow({ StringEquals: right }, { Action: 'sts:AssumeRole*' })], ['warning trust-action'], [allow({ StringEquals: right })]],
    ['an action of another service', [allow({ StringEquals: right }, { Action: ['sts:AssumeRoleWithWebIdentity', 's3:GetObject'] })], ['error trust-action']],
    ['a denial of the own token', [allow({ StringEquals: right }), allow({}, { Effect: 'Deny' })], ['error trust-deny']],
    ['a denial under a condition that a token does not tell', [allow({ StringEquals: right }), allow({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { Effect: 'Deny' })], []],
    ['a denial of another action', [allow({ StringEquals: right }), allow({}, { Effect: 'Deny', Action: 'sts:TagSession' })], []],
  ] as readonly (readonly [string, readonly object[], readonly string[], (readonly object[])?])[]) {
    it(`${expected.length > 0 ? 'see' : 'accept'} ${what}`, () => {
      const text = template(statements);
      assert.deepEqual(said(text), expected);
      if (fixed) assert.deepEqual(JSON.parse(applyFixes(text, lint(text, 'x.json'))), JSON.parse(template(fixed)));
    });
  }

  const service = (principal: string, conditions = {}) => [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole', ...conditions }];
  const own = { Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'AWS::AccountId' } } } };

  for (const [what, text, expected] of [
    ['a service by its name in a region', template(service('logs.eu-west-1.amazonaws.com'), { roleName: 'MDCContainersK8sCloudWatchToKinesisRole' }), []],
    ['a service in the place of another', template(service('firehose.amazonaws.com'), { roleName: 'MDCContainersK8sCloudWatchToKinesisRole' }), ['error trust-principal']],
    ['a service that acts for one account', template(service('firehose.amazonaws.com', own), { roleName: 'MDCContainersK8sKinesisToS3Role' }), []],
    ['a service that acts for all', template(service('firehose.amazonaws.com'), { roleName: 'MDCContainersK8sKinesisToS3Role' }), ['warning trust-condition']],
    ['a service whose condition a stack decides', template(service('firehose.amazonaws.com', { Condition: { 'Fn::If': ['C', own.Condition, own.Condition] } }), { roleName: 'MDCContainersK8sKinesisToS3Role' }), []],
    ['an audience that is listed twice', template([allow({ StringEquals: right })], { clientIds: [cspm, cspm] }), ['warning provider-client-ids']],
    ['101 client ids', template([allow({ StringEquals: right })], { clientIds: [cspm, ...Array.from({ length: 100 }, (_, index) => `api://of-tomorrow-${index}`)] }), ['error provider-client-ids']],
    ['a client id that is too long', template([allow({ StringEquals: right })], { clientIds: [cspm, 'x'.repeat(256)] }), ['error provider-client-ids']],
    ['a trust policy that is too long', template([allow({ StringEquals: right }), allow({ StringEquals: { ...right, 'aws:PrincipalTag/x': 'y'.repeat(1900) } })]), ['error policy-size']],
    ['roles of others', template([{ Effect: 'Allow', Principal: { AWS: '999999999999' }, NotAction: 'sts:TagSession', Condition: { Is: { a: 'b' } } }], { roleName: 'Own' }), []],
  ] as const) {
    it(`${expected.length > 0 ? 'see' : 'accept'} ${what}`, () => assert.deepEqual(said(text), expected));
  }

  const collected = (arn: string, rest: object = {}) =>
    said(template([{ Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole', ...rest }], { roleName: 'MDCContainersK8sDataCollectionRole' })).filter((one) => one.endsWith('trust-condition'));
  const external = { Condition: { StringEquals: { 'sts:ExternalId': '00d04923-b008-48fd-bc0e-faa7dfd0549e' } } };

  for (const [what, found, expected] of [
    ['the published user without its external id', collected('arn:aws:iam::197857026523:user/azuredefender-eks'), 1],
    ['its whole account without an external id', collected('arn:aws:iam::197857026523:root'), 1],
    ['its account by the number, without an external id', collected('197857026523'), 1],
    ['the published user with its external id', collected('arn:aws:iam::197857026523:user/azuredefender-eks', external), 0],
    ['no external id of another account, which has a rule of its own', collected('arn:aws:iam::999999999999:user/azuredefender-eks'), 0],
    ['no external id of another number', collected('999999999999'), 0],
  ] as const) {
    it(`${expected > 0 ? 'see' : 'accept'} ${what}`, () => assert.equal(found.length, expected));
  }

  it("accept the connector's own account by its number", () => {
    const text = template([allow({ StringEquals: right }), { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' }]);
    const connector = `name: contoso\naccount: { id: "123456789012" }\nazure: { tenant: ${tenant}, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg, location: eastus }\n`;
    const told = (account: string) =>
      lint(text, 'x.json', { connector: { fileName: 'x', document: readDocument(connector.replace('123456789012', account), 'yaml') } })
        .filter(({ rule }) => rule === 'template/trust-principal')
        .map(({ severity }) => severity);
    assert.deepEqual([told('123456789012'), told('210987654321')], [[], ['error']]);
  });

  it('tell a role of a classic connector in a template of its own', () => {
    const text = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Old: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::158177204117:root' }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': tenant } } }] } } } } });
    assert.deepEqual(said(text), ['information classic-role']);
  });
});
