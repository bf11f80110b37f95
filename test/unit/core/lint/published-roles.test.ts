import assert from 'node:assert/strict';
import { catalog, type CatalogRole } from '../../../../src/core/catalog/catalog';
import { lint } from '../../../../src/core/lint/lint';
import { accessTypes, type AccessType } from '../../../../src/core/model/connector';

const tenant = '11111111-2222-4333-8444-555555555555';

/** The published Terraform of 2024, word for word, as CloudFormation: a role and its policies each a resource. */
function published(access: AccessType): string {
  const roles = catalog.roles.filter(({ trust, legacy }) => trust !== null && !legacy);
  const resources = Object.fromEntries([...roles.flatMap((role) => roleAndPolicies(role, access)), ...catalog.providers.map(provider)]);
  return JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Metadata: { DefenderConnectors: { Tenant: tenant, Access: access } }, Resources: resources }, null, 2);
}

const provider = ({ id, logicalId, url, thumbprints }: (typeof catalog.providers)[number]) => [
  logicalId ?? 'CiemProvider',
  {
    Type: 'AWS::IAM::OIDCProvider',
    Properties: {
      Url: url.replace('<tenant>', tenant),
      ClientIdList: catalog.audiences.filter((one) => one.provider === id).map(({ audience }) => audience),
      ThumbprintList: thumbprints,
    },
  },
];

const roleAndPolicies = (role: CatalogRole, access: AccessType) => [
  [
    role.id,
    {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: text(role.defaultName ?? ''),
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: role.trust?.map(({ principal, action, conditions }) => ({
            Effect: 'Allow',
            Principal: Object.fromEntries(Object.entries(principal).map(([kind, value]) => [kind, text(value)])),
            Action: action,
            ...(conditions.length > 0 && { Condition: blocks(conditions) }),
          })),
        },
        ManagedPolicyArns: role.managedPolicies[access] ?? [],
      },
    },
  ],
  ...(role.policies[access] ?? []).map(({ statements }, index) => [
    `${role.id}Policy${index}`,
    { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: [{ Ref: role.id }], PolicyDocument: { Version: '2012-10-17', Statement: filled(statements) } } },
  ]),
];

function blocks(conditions: NonNullable<CatalogRole['trust']>[number]['conditions']) {
  const block: Record<string, Record<string, unknown>> = {};
  for (const { test, key, values } of conditions) (block[test] ??= {})[plain(key)] = text(values[0] ?? '');
  return block;
}

/** Texts with a variable are for `Fn::Sub`. */
function filled(value: unknown): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
}

const text = (value: string) => (plain(value).includes('${') ? { 'Fn::Sub': plain(value) } : plain(value));

const plain = (value: string): string =>
  value
    .replaceAll('<tenant>', tenant)
    .replace(/<role:(\w+)>/g, (_, id: string) => plain(catalog.roles.find((role) => role.id === id)?.defaultName ?? ''))
    .replace(/<parameter:(\w+)>/g, (_, name: string) => catalog.parameters.find((one) => one.name === name)?.default ?? '');

const eks = (role: string, feature: string) =>
  `template/role-permissions: Role ${role} may not use eks:CreateAccessEntry, eks:ListAccessEntries, eks:AssociateAccessPolicy and eks:ListAssociatedAccessPolicies, so ${feature} does not work as it should. Add what is missing to its policies.`;

const passing = (role: string) =>
  `template/pass-role: Role MDCContainersK8sRole may not pass on role MDCContainersK8s${role}Role, so the log pipeline is not made. Add its ARN to the resources of iam:PassRole.`;

const repeated = ['s3:GetAccountPublicAccessBlock', 'secretsmanager:GetResourcePolicy'].map(
  (action) => `template/duplicate-action: Action ${action} stands in this statement already. Remove it here.`,
);

describe("Microsoft's published roles as CloudFormation", () => {
  for (const access of accessTypes) {
    it(`are told for their known defects only, with access ${access}`, () => {
      const found = lint(published(access), 'published.json').filter(({ severity, rule }) => severity !== 'information' || rule !== 'template/template-size');
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`).sort(),
        [
          ...(access === 'default' ? [eks('MDCContainersAgentlessDiscoveryK8sRole', 'Kubernetes API access')] : repeated),
          'template/action-name: Action iam:AttacheRolePolicy does not exist. Write iam:AttachRolePolicy.',
          'template/duplicate-action: Action kms:TagResource stands in this statement already. Remove it here.',
          passing('CloudWatchToKinesis'),
          passing('KinesisToS3'),
          'template/policy-arn: ARN arn:aws:iam::*:role/DefenderForCloud-Ciem} has a stray brace. Remove it.',
          eks('MDCContainersK8sRole', 'Agentless threat protection'),
        ].sort(),
      );
    });
  }
});
