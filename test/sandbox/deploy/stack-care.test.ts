import assert from 'node:assert/strict';
import { UpdateTerminationProtectionCommand } from '@aws-sdk/client-cloudformation';
import { DeleteRoleCommand, DeleteRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { checkDrift } from '../../../src/app/care/check-drift';
import { continueRollback, readStuckRollback } from '../../../src/app/care/continue-rollback';
import { deleteStack } from '../../../src/app/care/delete-stack';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { explainWithAws } from '../../../src/app/explain-with-aws';
import { planDeletion } from '../../../src/app/care/plan-deletion';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import type { JsonObject } from '../../../src/core/model/json';
import { clientsOf } from '../cloud/clients';
import { account, issuer, problemOf, requestFor, roleResource, startCloud, template, valueOf, type Cloud } from './cloud';

const place = { accountId: account, stack: 'defender', connectorName: 'contoso' };
const providerArn = `arn:aws:iam::${account}:oidc-provider/${issuer}`;

const trustOf = (principal: JsonObject): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { [`${issuer}:aud`]: 'api://x' } } }],
});

describe('taking care of a stack', function () {
  this.timeout(30_000);
  let cloud: Cloud;

  beforeEach(async () => {
    cloud = await startCloud();
  });

  afterEach(() => cloud.stop());

  async function deploy(body: Readonly<Record<string, unknown>>) {
    const preview = valueOf(await previewDeployment(cloud.ports(), requestFor(body)));
    return valueOf(await executeDeployment(cloud.ports(), preview, { acknowledged: preview.escalations.map(({ id }) => id) }));
  }

  const changing = () => cloud.sandbox.requests().filter((request) => /Delete(Stack|Role|OpenID)|ContinueUpdateRollback/.test(JSON.stringify(request)));

  describe('acknowledging what gives more power', () => {
    const wide = template({ actions: ['s3:*'] });
    const admin = { ...roleResource('Admin'), Properties: { ...roleResource('Admin').Properties, ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } };

    it('is asked for before anything is carried out, and for each by itself', async () => {
      const preview = valueOf(await previewDeployment(cloud.ports(), requestFor({ ...wide, Resources: { ...wide.Resources, Admin: admin } })));
      assert.deepEqual(preview.escalations.map(({ id }) => id).sort(), ['adminPolicy:AdministratorAccess', 'wildcard:s3:*']);
      const refused = problemOf(await executeDeployment(cloud.ports(), preview, { acknowledged: ['wildcard:s3:*'] }));
      assert.match(refused.message, /Admin gets the policy AdministratorAccess/);
      assert.equal(cloud.sandbox.requests().some((request) => JSON.stringify(request).includes('ExecuteChangeSet')), false);
      const done = valueOf(await executeDeployment(cloud.ports(), preview, { acknowledged: ['wildcard:s3:*', 'adminPolicy:AdministratorAccess'] }));
      assert.equal(done.result, 'succeeded');
    });
  });

  describe('a deletion', () => {
    it('says what goes and what stays, wants the name, and then leaves the provider in place', async () => {
      await deploy(template());
      const plan = valueOf(await planDeletion(cloud.ports(), place));
      assert.deepEqual(plan.resources.map(({ logicalId, fate }) => [logicalId, fate]).sort(), [['Provider', 'retained'], ['Role', 'deleted']]);
      assert.equal(plan.obstacle, null);
      assert.match(plan.notes.join(' '), /Defender for Cloud can no longer use the role/);

      const refused = problemOf(await deleteStack(cloud.ports(), plan, { confirmation: 'Defender' }));
      assert.match(refused.message, /not the name of the stack, defender/);
      assert.equal(changing().length, 0);

      const done = valueOf(await deleteStack(cloud.ports(), plan, { confirmation: 'defender' }));
      assert.equal(done.result, 'succeeded');
      assert.equal(done.summary, 'Deleted stack defender in account 123456789012 (us-east-1).');
      assert.equal(cloud.sandbox.state.role(account, 'CspmMonitorAws'), undefined);
      assert.equal(cloud.sandbox.state.account(account).oidcProviders.length, 1);
    });

    it('is refused while roles outside the stack trust a provider that would go with it', async () => {
      const body = template();
      const { DeletionPolicy: _, ...unretained } = body.Resources.Provider;
      await deploy({ ...body, Resources: { ...body.Resources, Provider: unretained } });
      cloud.sandbox.seed.role(account, { name: 'SentinelRole', trust: trustOf({ Federated: providerArn }) });
      const plan = valueOf(await planDeletion(cloud.ports(), place));
      assert.match(plan.obstacle?.message ?? '', /SentinelRole outside this stack trust it/);
      assert.match(problemOf(await deleteStack(cloud.ports(), plan, { confirmation: 'defender' })).message, /SentinelRole/);
      assert.equal(changing().length, 0);
    });

    it('is refused when somebody begins to use the provider after it was reviewed', async () => {
      const body = template();
      const { DeletionPolicy: _, ...unretained } = body.Resources.Provider;
      await deploy({ ...body, Resources: { ...body.Resources, Provider: unretained } });
      const plan = valueOf(await planDeletion(cloud.ports(), place));
      assert.equal(plan.obstacle, null);
      cloud.sandbox.seed.role(account, { name: 'SentinelRole', trust: trustOf({ Federated: providerArn }) });
      assert.match(problemOf(await deleteStack(cloud.ports(), plan, { confirmation: 'defender' })).message, /SentinelRole/);
      assert.equal(changing().length, 0);
    });

    it('respects termination protection', async () => {
      await deploy(template());
      await clientsOf(cloud.sandbox).cloudFormation.send(new UpdateTerminationProtectionCommand({ StackName: 'defender', EnableTerminationProtection: true }));
      const plan = valueOf(await planDeletion(cloud.ports(), place));
      assert.match(plan.obstacle?.message ?? '', /protected against deletion/);
      problemOf(await deleteStack(cloud.ports(), plan, { confirmation: 'defender' }));
      assert.equal(changing().length, 0);
    });

    it('clears the way after a failed creation', async () => {
      const preview = valueOf(await previewDeployment(cloud.ports(), requestFor(template({ more: { Second: { ...roleResource('Taken'), DependsOn: 'Role' } } }))));
      // Somebody makes a role of that name between the preview and the deployment.
      cloud.sandbox.seed.role(account, { name: 'Taken', trust: trustOf({ Federated: providerArn }) });
      const failed = valueOf(await executeDeployment(cloud.ports(), preview));
      assert.equal(failed.stackStatus, 'ROLLBACK_COMPLETE');
      const plan = valueOf(await planDeletion(cloud.ports(), place));
      assert.ok(plan.resources.every(({ fate }) => fate !== 'deleted'), JSON.stringify(plan.resources));
      assert.equal(valueOf(await deleteStack(cloud.ports(), plan, { confirmation: 'defender' })).result, 'succeeded');
      assert.ok(cloud.sandbox.state.role(account, 'Taken'), 'the other role is untouched');
      assert.equal((await deploy(template())).result, 'succeeded');
    });

    it('is refused when the stack has changed since it was reviewed', async () => {
      await deploy(template());
      const plan = valueOf(await planDeletion(cloud.ports(), place));
      await deploy(template({ more: { More: roleResource('More') } }));
      assert.match(problemOf(await deleteStack(cloud.ports(), plan, { confirmation: 'defender' })).message, /has changed since/);
    });
  });

  describe('drift', () => {
    it('is none after a deployment, and is told property by property when somebody was there', async () => {
      await deploy(template());
      const before = valueOf(await checkDrift(cloud.ports(), place));
      assert.equal(before.status, 'inSync');
      await clientsOf(cloud.sandbox).iam.send(
        new PutRolePolicyCommand({ RoleName: 'CspmMonitorAws', PolicyName: 'Read', PolicyDocument: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }) }),
      );
      const after = valueOf(await checkDrift(cloud.ports(), place));
      assert.equal(after.status, 'drifted');
      assert.deepEqual(after.resources.map(({ logicalId, status }) => [logicalId, status]), [['Role', 'modified']]);
      assert.match(JSON.stringify(after.resources[0]?.differences), /Policies/);
    });
  });

  describe('a rollback that got stuck', () => {
    it('is continued, past the resources that were chosen and no others', async () => {
      await deploy(template());
      const { iam } = clientsOf(cloud.sandbox);
      await iam.send(new DeleteRolePolicyCommand({ RoleName: 'CspmMonitorAws', PolicyName: 'Read' }));
      await iam.send(new DeleteRoleCommand({ RoleName: 'CspmMonitorAws' }));
      const failed = await deploy(template({ actions: ['ec2:DescribeInstances'] }));
      assert.equal(failed.stackStatus, 'UPDATE_ROLLBACK_FAILED');
      const stuck = valueOf(await readStuckRollback(cloud.ports(), place));
      assert.deepEqual(stuck.stuck.map(({ logicalId }) => logicalId), ['Role']);
      assert.match(problemOf(await continueRollback(cloud.ports(), stuck, { skip: ['Provider'] })).message, /Provider cannot be skipped/);
      const done = valueOf(await continueRollback(cloud.ports(), stuck, { skip: ['Role'] }));
      assert.equal(done.stackStatus, 'UPDATE_ROLLBACK_COMPLETE');
      assert.equal(done.result, 'succeeded');
    });

    it('is not continued where there is none', async () => {
      await deploy(template());
      assert.match(problemOf(await readStuckRollback(cloud.ports(), place)).message, /no rollback to continue: its status is CREATE_COMPLETE/);
    });
  });

  it('decodes a reason that AWS has hidden', async () => {
    const reason = { allowed: false, explicitDeny: true, context: { principal: { arn: 'arn:aws:iam::123456789012:user/dev' }, action: 'iam:CreateRole', resource: 'arn:aws:iam::123456789012:role/X' } };
    const encoded = Buffer.from(JSON.stringify(reason)).toString('base64url');
    const text = `You are not authorized to perform this operation. Encoded authorization failure message: ${encoded}`;
    const { title, cause, message } = valueOf(await explainWithAws(cloud.ports(), text));
    assert.equal(title, 'arn:aws:iam::123456789012:user/dev may not do iam:CreateRole');
    assert.match(cause, /denies iam:CreateRole on arn:aws:iam::123456789012:role\/X explicitly/);
    assert.match(message, /Encoded authorization failure message/);
    problemOf(await explainWithAws(cloud.ports(), 'Encoded authorization failure message: not-ours'));
  });
});
