import assert from 'node:assert/strict';
import type { ChangeSetChange } from '../../../../src/core/plan/change-set';
import { escalationsOf } from '../../../../src/core/plan/escalations';
import { unacknowledged } from '../../../../src/core/plan/unacknowledged';

const tenant = '11111111-2222-4333-8444-555555555555';
const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const values = { 'AWS::AccountId': '123456789012', 'AWS::Partition': 'aws' };

interface Role {
  readonly name?: string;
  readonly actions?: readonly string[];
  readonly resource?: string;
  readonly policies?: readonly string[];
  readonly principal?: unknown;
  readonly condition?: unknown;
}

const defender = { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` };
const audience = { StringEquals: { [`${issuer}:aud`]: 'api://a' } };

const scopeOf = ({ name = 'CspmMonitorAws', actions = ['ec2:DescribeInstances'], resource = '*', policies = [], principal = defender, condition = audience }: Role) => ({
  body: {
    Resources: {
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: name,
          ManagedPolicyArns: policies,
          AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition }] },
          Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }] } }],
        },
      },
    },
  },
  values,
});

const change = (action: ChangeSetChange['action']): ChangeSetChange => ({
  logicalId: 'R', physicalId: null, type: 'AWS::IAM::Role', action, replacement: 'never', retained: false, properties: [],
});

const idsOf = (before: Role | null, after: Role): readonly string[] =>
  escalationsOf([change(before ? 'modify' : 'add')], { before: before && scopeOf(before), after: scopeOf(after) }, tenant).map(({ id }) => id);

describe('escalations', () => {
  it('are none in a new role that lets Defender in to read', () => assert.deepEqual(idsOf(null, {}), []));

  it('are all of a service, all of everything, and verbs that give power away', () => {
    const actions = ['*', 's3:*', 'iam:Put*', 'iam:Get*', 'ec2:Describe*', 's3:GetObject'];
    assert.deepEqual(idsOf(null, { name: 'Other', actions }), ['wildcard:*', 'wildcard:s3:*', 'wildcard:iam:Put*']);
    assert.deepEqual(idsOf({ actions: ['s3:*'] }, { actions: ['s3:*', 'sqs:*'] }), ['wildcard:sqs:*']);
  });

  it('are none where Microsoft publishes the wildcard for a new role, and one where an existing role gets it', () => {
    const published = { name: 'MDCContainersK8sCloudWatchToKinesisRole', actions: ['firehose:*'] };
    assert.deepEqual(idsOf(null, published), []);
    assert.deepEqual(idsOf({ ...published, actions: ['firehose:PutRecord'] }, published), ['wildcard:firehose:*']);
  });

  it('are actions that were on certain resources and now are on all', () => {
    const actions = ['iam:PassRole'];
    assert.deepEqual(idsOf({ actions, resource: 'arn:aws:iam::123456789012:role/x' }, { actions }), ['wildcard:iam:PassRole on every resource']);
  });

  it('are principals outside the account, everybody, and other providers', () => {
    for (const [principal, who] of [
      ['*', 'Anybody (*)'],
      [{ AWS: 'arn:aws:iam::999999999999:root' }, 'arn:aws:iam::999999999999:root'],
      [{ AWS: '999999999999' }, '999999999999'],
      [{ Federated: 'arn:aws:iam::123456789012:oidc-provider/evil.example/' }, 'arn:aws:iam::123456789012:oidc-provider/evil.example/'],
      [{ Federated: 'arn:aws:iam::123456789012:saml-provider/x' }, undefined],
    ] as const) {
      assert.deepEqual(idsOf(null, { principal }), who === undefined ? [] : [`principal:${who}`], JSON.stringify(principal));
    }
    assert.deepEqual(idsOf(null, { principal: { Service: 'ec2.amazonaws.com' } }), []);
    assert.deepEqual(idsOf(null, { condition: {} }), [`principal:${defender.Federated}`], 'a token of any audience');
  });

  it('are every new principal of a role that exists', () => {
    assert.deepEqual(idsOf({ principal: { Service: 'ec2.amazonaws.com' } }, {}), [`principal:${defender.Federated}`]);
    assert.deepEqual(idsOf({}, {}), []);
  });

  it('are policies that allow nearly everything', () => {
    const policies = ['arn:aws:iam::aws:policy/AdministratorAccess', 'arn:aws:iam::aws:policy/SecurityAudit'];
    assert.deepEqual(idsOf(null, { policies }), ['adminPolicy:AdministratorAccess']);
    assert.deepEqual(idsOf({ policies }, { policies }), []);
  });

  it('keep a deployment back until each is acknowledged', () => {
    const escalations = escalationsOf([change('add')], { before: null, after: scopeOf({ name: 'X', actions: ['*', 's3:*'] }) }, tenant);
    assert.match(unacknowledged({ escalations }, [])?.message ?? '', /X may do \*.*1 more/);
    assert.match(unacknowledged({ escalations }, ['wildcard:*'])?.message ?? '', /s3:\*/);
    assert.equal(unacknowledged({ escalations }, ['wildcard:*', 'wildcard:s3:*']), undefined);
  });
});
