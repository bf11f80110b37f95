import assert from 'node:assert/strict';
import type { ChangeSetChange } from '../../../../src/core/plan/change-set';
import { resourceChanges } from '../../../../src/core/plan/resource-changes';

const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

const role = (actions: readonly string[], more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: { Ref: 'Name' },
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/SecurityAudit'],
    AssumeRolePolicyDocument: {
      Statement: {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: { 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:oidc-provider/${issuer}` } },
        Condition: { StringLike: { [`${issuer}:aud`]: 'api://x', 'sts:RoleSessionName': 'MicrosoftDefenderForClouds_t' } },
      },
    },
    Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] } }],
    ...more,
  },
});

const scope = (resource: object, values = {}) => ({
  body: { Resources: { Role: resource } },
  values: { Name: 'CspmMonitorAws', 'AWS::AccountId': '123456789012', ...values },
});

const change = (action: ChangeSetChange['action']): ChangeSetChange => ({
  logicalId: 'Role',
  physicalId: null,
  type: 'AWS::IAM::Role',
  action,
  replacement: 'never',
  retained: false,
  properties: [],
});

const denial = { Statement: { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' } };

describe('resource changes', () => {
  it('say who may assume a new role, and what it may do', () => {
    const [added] = resourceChanges([change('add')], { before: null, after: scope(role(['ec2:Describe*', 'ec2:Describe*'])) });
    assert.equal(added?.name, 'CspmMonitorAws');
    assert.deepEqual(added?.permissions, {
      added: ['ec2:Describe*'],
      removed: [],
      rescoped: [],
      managedPoliciesAdded: ['arn:aws:iam::aws:policy/SecurityAudit'],
      managedPoliciesRemoved: [],
    });
    assert.deepEqual(added?.trust, {
      before: [],
      after: [
        `Allow sts:AssumeRoleWithWebIdentity by arn:aws:iam::123456789012:oidc-provider/${issuer} when aud is like api://x and sts:RoleSessionName is like MicrosoftDefenderForClouds_t`,
      ],
    });
  });

  it('tell added from removed actions, and a wider resource from both', () => {
    const statements = (resource: string) => ({
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              { Effect: 'Allow', Action: 's3:GetObject', Resource: resource },
            ],
          },
        },
      ],
    });
    const [changed] = resourceChanges([change('modify')], {
      before: scope(role([], { Policies: [...statements('arn:aws:s3:::a').Policies, ...role(['ec2:Old']).Properties.Policies] })),
      after: scope(role([], { Policies: [...statements('*').Policies, { PolicyDocument: denial }], ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] })),
    });
    assert.deepEqual(changed?.permissions, {
      added: ['deny s3:DeleteObject'],
      removed: ['ec2:Old'],
      rescoped: ['s3:GetObject'],
      managedPoliciesAdded: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      managedPoliciesRemoved: ['arn:aws:iam::aws:policy/SecurityAudit'],
    });
  });

  it('see a change that only a parameter makes', () => {
    const trusting = role([], {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: { Ref: 'Trusted' } } }],
      },
    });
    const [changed] = resourceChanges([change('modify')], {
      before: scope(trusting, { Trusted: '123456789012' }),
      after: scope(trusting, { Trusted: '*' }),
    });
    assert.deepEqual(changed?.trust, {
      before: ['Allow sts:AssumeRole by 123456789012'],
      after: ['Allow sts:AssumeRole by anybody (*)'],
    });
  });

  it('name a removed resource by what it was', () => {
    const [removed] = resourceChanges([change('remove')], { before: scope(role(['ec2:A'])), after: scope({}) });
    assert.equal(removed?.name, 'CspmMonitorAws');
    assert.deepEqual(removed?.permissions?.removed, ['ec2:A']);
    assert.deepEqual(removed?.trust?.after, []);
  });

  it('say nothing of permissions where there are none', () => {
    const [bucket] = resourceChanges([{ ...change('add'), type: 'AWS::S3::Bucket' }], {
      before: null,
      after: scope({ Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs' } }),
    });
    assert.equal(bucket?.name, 'logs');
    assert.equal(bucket?.permissions, null);
    assert.equal(bucket?.trust, null);
  });
});
