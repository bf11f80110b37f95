import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { DeleteOpenIDConnectProviderCommand, IAMClient } from '@aws-sdk/client-iam';
import assert from 'node:assert/strict';
import { discardPreview } from '../../../src/app/preview/discard-preview';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { readStackStatus } from '../../../src/app/care/read-stack-status';
import { ok } from '../../../src/core/model/result';
import type { DeploymentProgress } from '../../../src/core/plan/deployment-preview';
import { account, issuer, problemOf, requestFor, roleResource, startCloud, template, valueOf, type Cloud } from './cloud';

describe('deploying a stack', function () {
  this.timeout(20_000);

  let cloud: Cloud;
  beforeEach(async () => void (cloud = await startCloud({ stepsPerPause: 3 })));
  afterEach(() => cloud.stop());

  const preview = async (body: Parameters<typeof requestFor>[0]) => valueOf(await previewDeployment(cloud.ports(), requestFor(body)));
  const deploy = async (body: Parameters<typeof requestFor>[0]) =>
    valueOf(await executeDeployment(cloud.ports(), await preview(body)));

  it('previews a new stack without making anything, then creates it', async () => {
    const plan = await preview(template());
    assert.equal(plan.action, 'create');
    assert.equal(plan.stackStatus, null);
    assert.deepEqual(plan.target, {
      profile: 'sandbox-single',
      accountId: account,
      callerArn: plan.target.callerArn,
      region: 'us-east-1',
      stack: 'defender',
      connectorName: 'contoso',
    });
    assert.deepEqual(plan.changes.map(({ logicalId, action, name }) => [logicalId, action, name]), [
      ['Provider', 'add', `https://${issuer}`],
      ['Role', 'add', 'CspmMonitorAws'],
    ]);
    assert.deepEqual(plan.changes[1]?.permissions?.added, ['ec2:Describe*']);
    assert.deepEqual(plan.changes[1]?.trust?.after, [
      `Allow sts:AssumeRoleWithWebIdentity by arn:aws:iam::${account}:oidc-provider/${issuer} when aud is api://a`,
    ]);
    assert.equal(cloud.sandbox.state.account(account).roles.length, 0);

    const reports: DeploymentProgress[] = [];
    const outcome = valueOf(await executeDeployment(cloud.ports(), plan, { report: (progress) => reports.push(progress) }));
    assert.equal(outcome.result, 'succeeded');
    assert.equal(outcome.summary, `Created stack defender in account ${account} (us-east-1).`);
    assert.deepEqual(outcome.outputs, [
      { key: 'RoleArn', value: `arn:aws:iam::${account}:role/CspmMonitorAws`, description: 'ARN of the role' },
    ]);
    assert.ok(cloud.sandbox.state.role(account, 'CspmMonitorAws'));

    const events = reports.flatMap((report) => report.events);
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length, 'no event twice');
    assert.equal(events.some(({ status }) => status === 'REVIEW_IN_PROGRESS'), false, 'no event of the preview');
    assert.equal(events.at(-1)?.status, 'CREATE_COMPLETE');
    assert.deepEqual([reports.at(-1)?.done, reports.at(-1)?.total], [2, 2]);
    assert.ok(reports.every(({ done, total }) => done <= total));
  });

  it('updates, showing what a role may do more and less', async () => {
    await deploy(template());
    const plan = await preview(template({ actions: ['ec2:Describe*', 'iam:List*'], more: { Second: roleResource('Second') } }));
    assert.equal(plan.action, 'update');
    assert.deepEqual(plan.changes.map(({ logicalId, action }) => `${action} ${logicalId}`).sort(), ['add Second', 'modify Role']);
    const role = plan.changes.find(({ logicalId }) => logicalId === 'Role');
    assert.deepEqual([role?.permissions?.added, role?.permissions?.removed, role?.properties], [['iam:List*'], [], ['Policies']]);
    assert.deepEqual(role?.trust?.before, role?.trust?.after);
    const outcome = valueOf(await executeDeployment(cloud.ports(), plan));
    assert.equal(outcome.stackStatus, 'UPDATE_COMPLETE');
    assert.ok(cloud.sandbox.state.role(account, 'Second'));
  });

  it('does not take the state before an update for its end', async () => {
    await deploy(template());
    const plan = await preview(template({ actions: ['iam:List*'] }));
    const ports = cloud.ports();
    let stale = 2;
    const read: typeof ports.stacks.read = async (...question) => {
      const stack = await ports.stacks.read(...question);
      return stack.ok && stack.value && stale-- > 0 ? ok({ ...stack.value, status: 'CREATE_COMPLETE' }) : stack;
    };
    const outcome = valueOf(await executeDeployment({ ...ports, stacks: { ...ports.stacks, read } }, plan));
    assert.equal(outcome.stackStatus, 'UPDATE_COMPLETE');
  });

  it('says that a renamed role is replaced', async () => {
    await deploy(template());
    const plan = await preview(template({ name: 'CspmOther' }));
    const role = plan.changes.find(({ logicalId }) => logicalId === 'Role');
    assert.deepEqual([role?.replacement, role?.name], ['always', 'CspmOther']);
  });

  it('takes no changes for a success and leaves no change set behind', async () => {
    await deploy(template());
    const plan = await preview(template());
    assert.deepEqual([plan.action, plan.changeSetId, plan.changes.length], ['none', null, 0]);
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'unchanged');
    assert.equal(cloud.sandbox.state.stack(account, 'defender')?.changeSets.some(({ status }) => status === 'FAILED'), false);
  });

  it('reports the first cause of a failed creation, and why', async () => {
    const plan = await preview(template({ more: { Second: { ...roleResource('Taken'), DependsOn: 'Role' } } }));
    cloud.sandbox.seed.role(account, { ...seedRole, name: 'Taken' });
    const outcome = valueOf(await executeDeployment(cloud.ports(), plan));
    assert.equal(outcome.result, 'failed');
    assert.equal(outcome.stackStatus, 'ROLLBACK_COMPLETE');
    assert.equal(outcome.failure?.logicalId, 'Second');
    assert.match(outcome.failure?.reason ?? '', /already exists/);
    assert.equal(outcome.failure?.explanation.id, 'cfn-iam-role-exists');
    assert.match(outcome.summary, /^Could not create stack defender in account 123456789012 \(us-east-1\): Second: /);
    assert.ok(cloud.sandbox.state.role(account, 'Taken'), 'the other role is untouched');

    const again = problemOf(await previewDeployment(cloud.ports(), requestFor(template())));
    assert.equal(again.code, 'stackState');
    assert.match(`${again.message} ${again.action}`, /ROLLBACK_COMPLETE.*(delete|deletion of) the stack/);
  });

  it('reports the first cause of a failed update, which is rolled back', async () => {
    await deploy(template());
    const plan = await preview(template({ more: { Second: roleResource('Taken') } }));
    cloud.sandbox.seed.role(account, { ...seedRole, name: 'Taken' });
    const outcome = valueOf(await executeDeployment(cloud.ports(), plan));
    assert.deepEqual([outcome.result, outcome.stackStatus, outcome.failure?.logicalId], ['failed', 'UPDATE_ROLLBACK_COMPLETE', 'Second']);
  });

  it('lets a new default of the template arrive', async () => {
    await deploy(template());
    const body = template();
    await deploy({ ...body, Parameters: { ...body.Parameters, RoleName: { Type: 'String', Default: 'Ours' } } });
    assert.ok(cloud.sandbox.state.role(account, 'Ours'));
    assert.equal(cloud.sandbox.state.role(account, 'CspmMonitorAws'), undefined);
  });

  it('keeps a parameter that somebody gave to the stack', async () => {
    await giveParameter(cloud, 'RoleName', 'Theirs');
    const plan = await preview(template({ actions: ['iam:List*'] }));
    assert.deepEqual(plan.changes.map(({ name, replacement }) => [name, replacement]), [['Theirs', 'never']]);
    assert.match(plan.notes.join(), /keeps its own value of RoleName/);
  });

  it('does not make a provider again that is there already, and leaves it as it is', async () => {
    cloud.sandbox.seed.oidcProvider(account, seedProvider);
    const before = JSON.stringify(cloud.sandbox.state.account(account).oidcProviders);
    const plan = await preview(template());
    assert.deepEqual(plan.changes.map(({ logicalId }) => logicalId), ['Role']);
    assert.match(plan.notes.join(' '), /exists already outside this stack.*It lacks the audience api:\/\/b:/);
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded');
    assert.equal(JSON.stringify(cloud.sandbox.state.account(account).oidcProviders), before);
    assert.equal((await preview(template())).action, 'none', 'nor on an update');
  });

  it('makes the provider itself once the other one is gone', async () => {
    const { arn } = cloud.sandbox.seed.oidcProvider(account, seedProvider);
    await deploy(template());
    await deleteProvider(cloud, arn);
    assert.deepEqual((await preview(template())).changes.map(({ logicalId, action }) => [logicalId, action]), [['Provider', 'add']]);
  });

  it('keeps the provider that the stack itself made', async () => {
    await deploy(template());
    const plan = await preview(template({ actions: ['iam:List*'] }));
    assert.deepEqual(plan.changes.map(({ logicalId }) => logicalId), ['Role']);
    assert.doesNotMatch(plan.notes.join(), /exists already/);
  });

  it('stops at a template that would make an existing provider again', async () => {
    cloud.sandbox.seed.oidcProvider(account, seedProvider);
    const body = template();
    const { Condition: _, ...provider } = body.Resources.Provider;
    const problem = problemOf(await previewDeployment(cloud.ports(), requestFor({ ...body, Resources: { ...body.Resources, Provider: provider } })));
    assert.equal(problem.code, 'conflict');
    assert.equal(cloud.sandbox.state.account(account).stacks.length, 0);
  });

  it('takes a discarded preview of a new stack back whole', async () => {
    valueOf(await discardPreview(cloud.ports(), await preview(template())));
    cloud.sandbox.clock.runAll();
    assert.equal(valueOf(await readStackStatus(cloud.ports(), { accountId: account, stack: 'defender' })), null);
  });

  it('leaves the stack of somebody else’s preview alone', async () => {
    const theirs = await preview(template());
    const ours = await preview(template({ actions: ['iam:List*'] }));
    assert.equal(ours.stackStatus, 'REVIEW_IN_PROGRESS');
    valueOf(await discardPreview(cloud.ports(), ours));
    const stack = cloud.sandbox.state.stack(account, 'defender');
    assert.equal(stack?.status, 'REVIEW_IN_PROGRESS');
    assert.deepEqual(stack?.changeSets.map(({ id }) => id), [theirs.changeSetId]);
    await preview(template());
    valueOf(await discardPreview(cloud.ports(), theirs));
    assert.equal(stack?.status, 'REVIEW_IN_PROGRESS', 'the first one’s discard does not take a later preview away');
  });

  it('discards an update’s preview and leaves the stack', async () => {
    await deploy(template());
    valueOf(await discardPreview(cloud.ports(), await preview(template({ actions: ['iam:List*'] }))));
    const stack = valueOf(await readStackStatus(cloud.ports(), { accountId: account, stack: 'defender' }));
    assert.equal(stack?.status, 'CREATE_COMPLETE');
    assert.equal(stack?.outputs[0]?.key, 'RoleArn');
  });

  it('refuses a preview that another one has overtaken', async () => {
    await deploy(template());
    const old = await preview(template({ actions: ['iam:List*'] }));
    await deploy(template({ actions: ['s3:List*'] }));
    const problem = problemOf(await executeDeployment(cloud.ports(), old));
    assert.match(problem.code, /conflict|notFound/);
    assert.match(problem.action ?? '', /new preview/);
  });

  it('takes the empty stack back with the last of two previews', async () => {
    const first = await preview(template());
    const second = await preview(template());
    valueOf(await discardPreview(cloud.ports(), first));
    valueOf(await discardPreview(cloud.ports(), second));
    cloud.sandbox.clock.runAll();
    assert.equal(valueOf(await readStackStatus(cloud.ports(), { accountId: account, stack: 'defender' })), null);
  });

  it('refuses what would be rewritten after the preview', async () => {
    const problem = problemOf(await previewDeployment(cloud.ports(), requestFor({ ...template(), Transform: 'AWS::LanguageExtensions' })));
    assert.equal(problem.code, 'invalidInput');
    assert.equal(cloud.sandbox.state.account(account).stacks.length, 0);
  });
});

/** As somebody would in the console. */
async function giveParameter({ sandbox }: Cloud, key: string, value: string): Promise<void> {
  const [owner] = sandbox.accounts;
  assert.ok(owner);
  const client = new CloudFormationClient({ endpoint: sandbox.endpoint, region: 'us-east-1', credentials: owner });
  await client.send(
    new CreateStackCommand({
      StackName: 'defender',
      TemplateBody: JSON.stringify(template()),
      Parameters: [{ ParameterKey: key, ParameterValue: value }],
      Capabilities: ['CAPABILITY_NAMED_IAM'],
    }),
  );
  sandbox.clock.runAll();
}

async function deleteProvider({ sandbox }: Cloud, arn: string): Promise<void> {
  const [owner] = sandbox.accounts;
  assert.ok(owner);
  const client = new IAMClient({ endpoint: sandbox.endpoint, region: 'us-east-1', credentials: owner });
  await client.send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }));
}

const seedProvider = { url: `https://${issuer}`, clientIds: ['api://a', 'api://sentinel'], thumbprints: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] };
const seedRole = {
  trust: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  },
};
