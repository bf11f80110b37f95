import assert from 'node:assert/strict';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { AttachRolePolicyCommand } from '@aws-sdk/client-iam';
import { UpdateTerminationProtectionCommand } from '@aws-sdk/client-cloudformation';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, roleTemplate } from './templates';

const account = '123456789012';

describe('sandbox stack deletion', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  it('takes everything down in reverse and answers to the id afterwards', async () => {
    const { create, remove, events, status } = driveStacks(sandbox);
    const { StackId = '' } = await create(onboarding);
    sandbox.clock.runAll();
    await remove();
    assert.equal(await status(), 'DELETE_IN_PROGRESS');
    sandbox.clock.runAll();
    assert.deepEqual((await events(StackId)).slice(-7).map((event) => event.split(' ').slice(0, 2).join(' ')), [
      'Deny DELETE_IN_PROGRESS', 'Deny DELETE_COMPLETE', 'Role DELETE_IN_PROGRESS', 'Role DELETE_COMPLETE',
      'Provider DELETE_IN_PROGRESS', 'Provider DELETE_COMPLETE', 'mdc DELETE_COMPLETE',
    ]);
    await assert.rejects(status(), refusal('ValidationError', 'Stack with id mdc does not exist'));
    const { roles, oidcProviders, managedPolicies } = sandbox.state.account(account);
    assert.deepEqual([roles, oidcProviders, managedPolicies], [[], [], []]);
  });

  it('keeps what is to be retained', async () => {
    const { create, remove, events } = driveStacks(sandbox);
    const { StackId = '' } = await create(roleTemplate({ RoleName: 'Kept' }, { DeletionPolicy: 'Retain' }));
    sandbox.clock.runAll();
    await remove();
    sandbox.clock.runAll();
    assert.deepEqual((await events(StackId)).slice(-2), ['Role DELETE_SKIPPED', 'mdc DELETE_COMPLETE']);
    assert.ok(sandbox.state.role(account, 'Kept'));
  });

  it('refuses under termination protection', async () => {
    const { client, create, remove, status } = driveStacks(sandbox);
    await create(roleTemplate(), { EnableTerminationProtection: true });
    sandbox.clock.runAll();
    // Text: general knowledge of the service; the behaviour is documented (User Guide, "Protect stacks from being deleted").
    await assert.rejects(remove(), refusal('ValidationError', 'Stack [mdc] cannot be deleted while TerminationProtection is enabled'));
    await client.send(new UpdateTerminationProtectionCommand({ StackName: 'mdc', EnableTerminationProtection: false }));
    await remove();
    assert.equal(await status(), 'DELETE_IN_PROGRESS');
  });

  it('fails on a role that got a policy by hand, then lets it be retained', async () => {
    const { create, remove, events, status, describe } = driveStacks(sandbox);
    const { StackId = '' } = await create(onboarding);
    sandbox.clock.runAll();
    await clientsOf(sandbox).iam.send(
      new AttachRolePolicyCommand({ RoleName: 'CspmMonitorAws', PolicyArn: 'arn:aws:iam::aws:policy/SecurityAudit' }),
    );
    await remove();
    sandbox.clock.runAll();
    // Code: IAM API model, DeleteRole.
    assert.match((await events()).join('\n'), /Role DELETE_FAILED .*Cannot delete entity, must detach all policies first\./);
    assert.equal((await describe())?.StackStatusReason, 'The following resource(s) failed to delete: [Role]. ');
    assert.equal(sandbox.state.account(account).oidcProviders.length, 1);
    await remove({ RetainResources: ['Role'] });
    sandbox.clock.runAll();
    assert.equal(await status(StackId), 'DELETE_COMPLETE');
    assert.deepEqual(sandbox.state.account(account).oidcProviders, []);
  });

  it('fails on a bucket that is not empty', async () => {
    const { create, remove, events } = driveStacks(sandbox);
    await create(JSON.stringify({ Resources: { Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'my-logs' } } } }));
    sandbox.clock.runAll();
    await clientsOf(sandbox).s3.send(new PutObjectCommand({ Bucket: 'my-logs', Key: 'a', Body: 'b' }));
    await remove();
    sandbox.clock.runAll();
    // Text: S3 API reference, BucketNotEmpty.
    assert.match((await events()).join('\n'), /Logs DELETE_FAILED .*The bucket you tried to delete is not empty/);
  });

  it('takes over from a creation that is under way', async () => {
    const { create, remove, status } = driveStacks(sandbox);
    const { StackId = '' } = await create(onboarding);
    for (let ticks = 0; ticks < 5; ticks++) sandbox.clock.tick();
    await remove();
    sandbox.clock.runAll();
    assert.equal(await status(StackId), 'DELETE_COMPLETE');
    assert.deepEqual(sandbox.state.account(account).oidcProviders, []);
    assert.deepEqual(sandbox.state.account(account).roles, []);
  });

  it('succeeds on a stack that is not there', async () => {
    // Source: API model, DeleteStack.
    await driveStacks(sandbox).remove({ StackName: 'never' });
  });
});
