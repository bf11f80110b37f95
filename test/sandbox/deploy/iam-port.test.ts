import assert from 'node:assert/strict';
import { AttachRolePolicyCommand, CreatePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import type { DeploymentPorts } from '../../../src/app/ports';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { clientsOf } from '../cloud/clients';
import { account, issuer, problemOf, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const allow = (Action: string | readonly string[], more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }],
});
const user = `arn:aws:iam::${account}:user/sandbox`;

describe('reading IAM', () => {
  let cloud: Cloud;
  let ports: DeploymentPorts;
  beforeEach(async () => {
    cloud = await startCloud();
    ports = cloud.ports();
  });
  afterEach(() => cloud.stop());

  it('gives a role as it stands, and null for one that is not there', async () => {
    cloud.sandbox.seed.role(account, { name: 'Reader', trust, path: '/security/', maxSessionSeconds: 7200, tags: [{ Key: 'team', Value: 'blue' }] });
    assert.deepEqual(valueOf(await ports.iam.role('reader')), {
      name: 'Reader',
      arn: `arn:aws:iam::${account}:role/security/Reader`,
      path: '/security/',
      trust,
      maxSessionSeconds: 7200,
      description: null,
      permissionsBoundary: null,
      tags: { team: 'blue' },
    });
    assert.equal(valueOf(await ports.iam.role('Nobody')), null);
    assert.equal(valueOf(await ports.iam.rolePolicies('Nobody')), null);
  });

  it('gives every policy of a role with its document, over several pages', async () => {
    cloud.sandbox.seed.role(account, { name: 'Reader', trust });
    const { iam } = clientsOf(cloud.sandbox);
    const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: 'Own', PolicyDocument: JSON.stringify(allow('sqs:ListQueues')) }));
    for (const PolicyArn of [Policy?.Arn, 'arn:aws:iam::aws:policy/SecurityAudit'])
      await iam.send(new AttachRolePolicyCommand({ RoleName: 'Reader', PolicyArn }));
    const names = Array.from({ length: 103 }, (_, index) => `P${String(index).padStart(3, '0')}`);
    for (const PolicyName of names)
      await iam.send(new PutRolePolicyCommand({ RoleName: 'Reader', PolicyName, PolicyDocument: JSON.stringify(allow('s3:*')) }));
    const policies = valueOf(await ports.iam.rolePolicies('Reader'));
    assert.deepEqual(policies?.attached, [
      { arn: `arn:aws:iam::${account}:policy/Own`, name: 'Own', document: allow('sqs:ListQueues') },
      { arn: 'arn:aws:iam::aws:policy/SecurityAudit', name: 'SecurityAudit', document: null },
    ]);
    assert.deepEqual(policies.inline, names.map((name) => ({ name, document: allow('s3:*') })));
  });

  it('gives a provider with audiences, thumbprints and tags', async () => {
    const thumbprint = '626d44e704d1ceabe3bf0d53397464ac8080142c';
    const provider = { url: `https://${issuer}`, clientIds: ['api://a'], thumbprints: [thumbprint], tags: [{ Key: 'a', Value: 'b' }] };
    cloud.sandbox.seed.oidcProvider(account, provider);
    assert.deepEqual(valueOf(await ports.providers.find(issuer)), {
      arn: `arn:aws:iam::${account}:oidc-provider/${issuer}`,
      url: issuer,
      audiences: ['api://a'],
      thumbprints: [thumbprint],
      tags: { a: 'b' },
    });
  });

  it('names the stack that a role belongs to, and none for a role of nobody or of a deleted stack', async () => {
    const plan = valueOf(await previewDeployment(ports, requestFor(template())));
    valueOf(await executeDeployment(ports, plan));
    cloud.sandbox.seed.role(account, { name: 'Orphan', trust });
    assert.deepEqual(valueOf(await ports.stacks.owner('CspmMonitorAws')), { stackId: plan.stackId, stackName: 'defender', logicalId: 'Role' });
    assert.equal(valueOf(await ports.stacks.owner('Orphan')), null);
    valueOf(await ports.stacks.delete('defender', 'gone'));
    cloud.sandbox.clock.runAll();
    assert.equal(valueOf(await ports.stacks.owner('CspmMonitorAws')), null);
  });

  it('asks the policy simulator about a principal: policies, conditions, boundary, organization', async () => {
    const { seed } = cloud.sandbox;
    seed.userPolicies(account, [allow(['iam:CreateRole', 'iam:PassRole'], { Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } }), allow('sts:*')]);
    seed.deniedByOrganization(account, ['sts:Assume*']);
    const actions = ['iam:CreateRole', 'iam:DeleteRole', 'sts:AssumeRole', 'sts:GetCallerIdentity'];
    const without = valueOf(await ports.iam.simulatePrincipal(user, { actions }));
    assert.deepEqual(without.map(({ decision }) => decision), ['implicitDeny', 'implicitDeny', 'explicitDeny', 'allowed']);
    assert.deepEqual(without.map(({ missingContext }) => missingContext), [['aws:RequestedRegion'], [], [], []]);
    assert.deepEqual(without.map(({ allowedByOrganization }) => allowedByOrganization), [true, true, false, true]);
    const within = valueOf(await ports.iam.simulatePrincipal(user, { actions: ['iam:CreateRole'], context: { 'aws:RequestedRegion': ['us-east-1'] } }));
    assert.equal(within[0]?.decision, 'allowed');
  });

  it('gives a decision for each action on each resource, over several pages', async () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::mine/*' }] };
    const actions = Array.from({ length: 70 }, (_, index) => `s3:Get${index}`);
    const resources = ['arn:aws:s3:::mine/a', 'arn:aws:s3:::yours/a'];
    const decisions = valueOf(await ports.iam.simulatePolicies([policy], { actions, resources }));
    assert.equal(decisions.length, 140);
    assert.deepEqual(new Set(decisions.map(({ resource, decision }) => `${resource} ${decision}`)), new Set(['arn:aws:s3:::mine/a allowed', 'arn:aws:s3:::yours/a implicitDeny']));
  });

  it('says what the account has and may have, and what it may not read', async () => {
    cloud.sandbox.seed.role(account, { name: 'Reader', trust });
    const summary = valueOf(await ports.iam.accountSummary());
    assert.deepEqual([summary['Roles'], summary['RolesQuota'], summary['AttachedPoliciesPerRoleQuota']], [1, 1000, 10]);
    cloud.sandbox.faults.add({ match: 'iam\\.GetRole', do: 'denied' });
    const problem = problemOf(await ports.iam.role('Reader'));
    assert.equal(problem.code, 'accessDenied');
    assert.match(problem.message, /may not read role Reader: it lacks iam:GetRole/);
    assert.equal(problemOf(await ports.iam.simulatePrincipal(`arn:aws:sts::${account}:assumed-role/A/b`, { actions: ['s3:GetObject'] })).code, 'invalidInput');
  });
});
