import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/catalog/catalog';
import { readDocument } from '../../../../src/core/document/read-document';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';

const tenant = '11111111-2222-4333-8444-555555555555';
const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

interface Given {
  readonly role: string;
  readonly properties?: object;
  readonly resources?: object;
  readonly access?: string;
  readonly features?: readonly string[];
}

function template({ role: id, properties = {}, resources = {}, access, features }: Given): string {
  const role = catalog.roles.find((one) => one.id === id);
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Federated: { Ref: 'ASCDefendersOIDCIdentityProvider' } }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { [`${issuer}:aud`]: role?.audience, 'sts:RoleSessionName': `MicrosoftDefenderForClouds_${tenant}` } } }] };
  return JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Metadata: { DefenderConnectors: { Tenant: tenant, Access: access, Features: features } },
    Resources: {
      ASCDefendersOIDCIdentityProvider: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: `https://${issuer}`, ClientIdList: [role?.audience], ThumbprintList: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] } },
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: role?.defaultName, AssumeRolePolicyDocument: trust, ...properties } },
      ...resources,
    },
  });
}

const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (action: unknown, resource: unknown = '*', rest: object = {}) => ({ Effect: 'Allow', Action: action, Resource: resource, ...rest });
const inline = (...statements: readonly object[]) => ({ Policies: [{ PolicyName: 'own', PolicyDocument: document(...statements) }] });
const managed = (roles: unknown, ...statements: readonly object[]) => ({ Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: roles, PolicyDocument: document(...statements) } } });
const aws = (...names: readonly string[]) => ({ ManagedPolicyArns: names.map((name) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` })) });
const key = 'kms:Decrypt';
const s3 = { role: 'sensitiveDataDiscovery', properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key)) } };
const eks = ['eks:DescribeCluster', 'eks:UpdateClusterConfig'];
const cluster = 'arn:aws:eks:*:*:cluster/*';
const deny = { Effect: 'Deny', Action: ['consolidatedbilling:*', 'freetier:*', 'invoicing:*', 'payments:*', 'billing:*', 'tax:*', 'cur:*'], Resource: '*' };

const found = (text: string, connector?: string) =>
  lint(text, 'x.json', connector ? { connector: { fileName: 'x', document: readDocument(connector, 'yaml') } } : {});
const said = (text: string) => found(text).map(({ rule, severity }) => `${severity} ${rule.replace('template/', '')}`);

/** Two roles of Defender's that share one policy. */
const shared = (role: string, other: string, ...statements: readonly object[]): Given => {
  const [own] = Object.values((JSON.parse(template({ role: other })) as { Resources: { Role: object } }).Resources).slice(1);
  return { role, resources: { Other: own ?? {}, ...managed([{ Ref: 'Role' }, { Ref: 'Other' }], ...statements) } };
};

const about = (rule: string, given: Given) => said(template(given)).filter((one) => one.endsWith(` ${rule}`));

describe('rules of permissions', () => {
  for (const [what, given, expected] of [
    ['one role may use as the other may not', shared('agentlessScanner', 'dataSecurityPostureDb', allow('kms:CreateGrant')), 0],
    ['both roles may use under a condition only', shared('agentlessScanner', 'dataSecurityPostureDb', allow('ec2:DeleteSnapshot')), 1],
    ['one role may use on every resource', shared('containersK8s', 'legacyContainersVa', allow('iam:PassRole')), 0],
    ['the only role may use on some resources', { role: 'containersK8s', resources: managed([{ Ref: 'Role' }], allow('iam:PassRole')) }, 1],
  ] as const) {
    it(`${expected > 0 ? 'see' : 'accept'} what ${what}`, () => assert.equal(about('permission-scope', given).length, expected));
  }

  const passes = (resource: unknown): Given => {
    const { resources, ...role } = shared('containersK8s', 'containersCloudWatchToKinesis');
    return { ...role, properties: inline(allow('iam:PassRole', resource)), resources: { Other: (resources as { Other: object }).Other } };
  };
  const named = 'MDCContainersK8sCloudWatchToKinesisRole';

  for (const [resource, expected] of [
    ['*', 0],
    ['arn:aws:iam::123456789012:*', 0],
    ['arn:aws:iam::*:role/*', 0],
    [`arn:aws:iam::*:role/${named}`, 0],
    ['arn:aws:iam::*:role/MDC*', 0],
    ['arn:aws:iam::*:role/*Role', 0],
    ['arn:aws:iam::*:role/*K8s*Kinesis*', 0],
    [`arn:aws:iam::*:role/${named.replace('K8s', 'K?s')}`, 0],
    [`arn:aws:iam::*:role/${named}*`, 0],
    [['arn:aws:iam::*:role/Other', 'arn:aws:iam::*:role/MDC*'], 0],
    ['arn:aws:iam::*:role/MDCContainersK8s', 1],
    ['arn:aws:iam::*:role/MDC', 1],
    ['arn:aws:iam::*:role/*Kinesis', 1],
    [`arn:aws:iam::*:role/${named}?`, 1],
    ['arn:aws:iam::*:role/DefenderForCloud-*', 1],
  ] as const) {
    it(`${expected > 0 ? 'see' : 'accept'} a role that is passed on as ${String(resource)}`, () => assert.equal(about('pass-role', passes(resource)).length, expected));
  }

  for (const [what, given, expected, words] of [
    ['all that is published', s3, []],
    ['more of the same from AWS', { ...s3, properties: { ...aws('AmazonS3FullAccess'), ...inline(allow(key)) } }, []],
    ['nothing at all, which another template gives', { role: 'sensitiveDataDiscovery' }, []],
    ['nothing at all in a generated template', { role: 'sensitiveDataDiscovery', features: ['defenderCspm.sensitiveDataDiscovery'] }, ['error role-connector-agreement', 'error role-permissions'], /may not use AmazonS3ReadOnlyAccess and kms:Decrypt, so Sensitive data/],
    ['no policy of AWS', { ...s3, properties: inline(allow(key)) }, ['warning role-permissions'], /may not use AmazonS3ReadOnlyAccess, so/],
    ['no action', { ...s3, properties: aws('AmazonS3ReadOnlyAccess') }, ['warning role-permissions'], /may not use kms:Decrypt, so/],
    ['an action in other letters', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow('KMS:decrypt')) } }, []],
    ['an action by a wildcard', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow('kms:D?crypt')) } }, []],
    ['an action by another policy of AWS', { ...s3, properties: aws('AmazonS3ReadOnlyAccess', 'ContosoOfTomorrow') }, []],
    ['an action in a managed policy, by its role', { ...s3, properties: aws('AmazonS3ReadOnlyAccess'), resources: managed([{ Ref: 'Role' }], allow(key)) }, []],
    ['an action in a managed policy, by the name of its role', { ...s3, properties: aws('AmazonS3ReadOnlyAccess'), resources: managed(['SensitiveDataDiscovery'], allow(key)) }, []],
    ['an action in a managed policy of another role', { ...s3, properties: aws('AmazonS3ReadOnlyAccess'), resources: managed(['Other'], allow(key)) }, ['warning role-permissions']],
    ['an action in a managed policy that the role names', { ...s3, properties: { ManagedPolicyArns: [...aws('AmazonS3ReadOnlyAccess').ManagedPolicyArns, { Ref: 'Policy' }] }, resources: managed(undefined, allow(key)) }, []],
    ['an action in a policy of its own', { ...s3, properties: aws('AmazonS3ReadOnlyAccess'), resources: { Own: { Type: 'AWS::IAM::RolePolicy', Properties: { PolicyName: 'own', RoleName: { Ref: 'Role' }, PolicyDocument: document(allow(key)) } } } }, []],
    ['a policy of elsewhere', { ...s3, properties: { ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/own', ...aws('AmazonS3ReadOnlyAccess').ManagedPolicyArns] } }, []],
    ['an action that is denied', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key), { Effect: 'Deny', Action: 'kms:*', Resource: '*' }) } }, ['warning role-permissions']],
    ['an action that is only denied, here and there', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline({ Effect: 'Deny', Action: 'kms:*', Resource: 'arn:aws:kms:*:*:key/1' }) } }, ['warning role-permissions']],
    ['an action that is denied here and there', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key), { Effect: 'Deny', Action: 'kms:*', Resource: 'arn:aws:kms:*:*:key/1' }) } }, []],
    ['the least of two, where access is not known', { role: 'containersAgentlessDiscovery', properties: inline(allow(eks, cluster)) }, []],
    ['the least of two, where access is default', { role: 'containersAgentlessDiscovery', access: 'default', properties: inline(allow(eks, cluster)) }, ['warning role-permissions'], /eks:CreateAccessEntry, eks:ListAccessEntries, eks:AssociateAccessPolicy and eks:ListAssociatedAccessPolicies/],
    ["another role's policy", { role: 'sensitiveDataDiscovery', properties: inline(allow(eks, cluster)) }, ['error role-permissions', 'information role-excess'], /Its policy is that of role MDCContainersAgentlessDiscoveryK8sRole/],
    ['registry access of the other access type', { role: 'containersImageAssessment', access: 'leastPrivilege', properties: aws('AmazonEC2ContainerRegistryPowerUser', 'AmazonElasticContainerRegistryPublicPowerUser') }, ['information role-excess', 'information role-excess']],
    ['the policy of an administrator', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess', 'AdministratorAccess'), ...inline(allow(key)) } }, ['warning role-excess'], /may use AdministratorAccess, far more/],
    ['every action', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow('*')) } }, ['warning role-excess']],
    ['every action but some', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) } }, ['warning role-excess'], /every action but those/],
    ['a whole service', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(['kms:*'])) } }, ['warning role-excess'], /may use kms:\*/],
    ['an action that writes', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow([key, 'kms:ScheduleKeyDeletion'])) } }, ['information role-excess'], /kms:ScheduleKeyDeletion, which/],
    ['an action that reads', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow([key, 'kms:ListKeys'])) } }, []],
    ['an action that a page names for an option', { role: 'containersImageAssessment', properties: { ...aws('AmazonEC2ContainerRegistryReadOnly', 'AmazonElasticContainerRegistryPublicReadOnly'), ...inline(allow(['ecr:PutImage'])) } }, []],
    ['an action without its service', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow([key, 'GetObject'])) } }, ['error action-name', 'information role-excess']],
    ['an action that nothing is like', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow([key, 'kms:GetEverythingOfTomorrow'])) } }, []],
    ['an action of a service that is not known', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow([key, 'tomorrow:GetIt'])) } }, []],
    ['a real action that is like a published one', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow([key, 'ec2:DescribeSnapshotTierStatus', 's3:ListBucketVersions'])) } }, []],
    ['an ARN with a space', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key, 'arn:aws:kms:*: *:key/*')) } }, ['error policy-arn'], /has a space in it/],
    ['an ARN that is too short', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key, 'arn:aws:kms:key/x')) } }, ['error policy-arn'], /fewer than six parts/],
    ['an ARN in a partition that is none', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key, 'arn:awss:kms:*:*:key/*')) } }, ['error policy-arn'], /There is none of that name/],
    ['an ARN with an account of eleven digits', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key, 'arn:aws:kms:*:12345678901:key/*')) } }, ['error policy-arn'], /twelve digits/],
    ['a variable of IAM', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key, 'arn:aws:kms:*:*:key/${aws:PrincipalTag/x}')) } }, []],
    ['a bucket', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key), allow('s3:GetObject', 'arn:aws:s3:::contoso/*')) } }, []],
    ['everything read, bills too', { role: 'cspmMonitor', properties: aws('ReadOnlyAccess') }, ['warning billing-deny']],
    ['everything read, but bills', { role: 'cspmMonitor', properties: { ...aws('ReadOnlyAccess'), ...inline(deny) } }, []],
    ['everything read, but bills of one kind', { role: 'cspmMonitor', properties: { ...aws('ReadOnlyAccess'), ...inline({ ...deny, Action: deny.Action.slice(1) }) } }, ['warning billing-deny'], /may read consolidatedbilling:\* with/],
    ['everything read, but bills, under a condition', { role: 'cspmMonitor', properties: { ...aws('ReadOnlyAccess'), ...inline({ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }) } }, ['warning billing-deny']],
    ['eleven managed policies', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess', ...Array.from({ length: 10 }, (_, index) => `Own${index}`)), ...inline(allow(key)) } }, ['warning policy-size'], /has 11 managed policies/],
    ['inline policies that are too long together', { ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), Policies: [1, 2].map((one) => ({ PolicyName: `own${one}`, PolicyDocument: document(allow(key, `arn:aws:kms:*:*:key/${'x'.repeat(5200)}`)) })) } }, ['error policy-size'], /inline policies of role SensitiveDataDiscovery have/],
  ] as readonly (readonly [string, Given, readonly string[], RegExp?])[]) {
    it(`${expected.length > 0 ? 'see' : 'accept'} ${what}`, () => {
      const text = template(given);
      assert.deepEqual(said(text).sort(), [...expected].sort());
      if (words) assert.match(found(text).map(({ message }) => message).join('\n'), words);
      const fixed = applyFixes(text, found(text));
      assert.ok(found(fixed).length <= expected.length);
    });
  }

  it('see an ARN of another account than the connector is for', () => {
    const text = template({ ...s3, properties: { ...aws('AmazonS3ReadOnlyAccess'), ...inline(allow(key, 'arn:aws:kms:*:999999999999:key/*')) } });
    const connector = `name: contoso\naccount: { id: "123456789012" }\nazure: { tenant: ${tenant}, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg, location: eastus }\n`;
    const own = found(text, connector).filter(({ rule }) => rule === 'template/policy-arn');
    assert.deepEqual(own.map(({ message }) => message), ['ARN arn:aws:kms:*:999999999999:key/* names account 999999999999, and the connector is for 123456789012. Write ${AWS::AccountId} with Fn::Sub.']);
    assert.match(applyFixes(text, own), /arn:aws:kms:\*:123456789012:key/);
  });
});
