import assert from 'node:assert/strict';
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, roleTemplate, serviceTrust } from './templates';

const account = '123456789012';
const microsoft = 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

describe('sandbox failed creation', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  const run = async (template: string, input = {}) => {
    const stacks = driveStacks(sandbox);
    const { StackId = '' } = await stacks.create(template, input);
    sandbox.clock.runAll();
    return { ...stacks, events: await stacks.events(StackId), id: StackId };
  };

  it('rolls back when a role exists, and leaves the existing one alone', async () => {
    sandbox.seed.role(account, { name: 'CSPMMONITORAWS', trust: serviceTrust });
    const { events, status } = await run(onboarding);
    // Form of the reason: as public reports quote handler messages (aws/eks-hybrid pull request 741).
    assert.deepEqual(events.slice(5), [
      'Role CREATE_FAILED Resource handler returned message: "Role with name CspmMonitorAws already exists. (Service: Iam, Status Code: 409, Request ID: id)" (RequestToken: id, HandlerErrorCode: AlreadyExists)',
      'mdc ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Role]. Rollback requested by user.',
      'Role DELETE_COMPLETE',
      'Provider DELETE_IN_PROGRESS',
      'Provider DELETE_COMPLETE',
      'mdc ROLLBACK_COMPLETE',
    ]);
    assert.equal(await status(), 'ROLLBACK_COMPLETE');
    assert.deepEqual(sandbox.state.account(account).roles.map(({ name }) => name), ['CSPMMONITORAWS']);
    assert.deepEqual(sandbox.state.account(account).oidcProviders, []);
  });

  it('does not delete a provider that was there before', async () => {
    sandbox.seed.oidcProvider(account, { url: microsoft, clientIds: ['api://sentinel'] });
    const { events } = await run(onboarding);
    assert.match(events.join('\n'), /Provider with url https:\/\/sts\.windows\.net\/\S+ already exists\..*HandlerErrorCode: AlreadyExists/);
    assert.deepEqual(sandbox.state.account(account).oidcProviders.map(({ clientIds }) => clientIds), [['api://sentinel']]);
  });

  it('cancels what was under way beside the failure', async () => {
    const template = JSON.stringify({
      Resources: {
        First: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'Taken', AssumeRolePolicyDocument: serviceTrust } },
        Second: { Type: 'AWS::SQS::Queue', Properties: {} },
        Third: { Type: 'AWS::SNS::Topic', DependsOn: 'Second' },
      },
    });
    sandbox.seed.role(account, { name: 'Taken', trust: serviceTrust });
    const { events } = await run(template);
    assert.ok(events.includes('Second CREATE_FAILED Resource creation cancelled'));
    assert.match(events.join('\n'), /failed to create: \[First, Second\]/);
    assert.ok(!events.some((event) => event.startsWith('Third')));
  });

  it('can only be deleted after a rollback', async () => {
    sandbox.seed.role(account, { name: 'Taken', trust: serviceTrust });
    const { update, remove, create, id, client } = await run(roleTemplate({ RoleName: 'Taken' }));
    // Text: as a public report quotes it (bitovi/bitops issue 128).
    await assert.rejects(update(onboarding), refusal('ValidationError', `Stack:${id} is in ROLLBACK_COMPLETE state and can not be updated.`));
    await assert.rejects(create(onboarding), refusal('AlreadyExistsException'));
    await remove();
    sandbox.clock.runAll();
    const { Stacks: [gone] = [] } = await client.send(new DescribeStacksCommand({ StackName: id }));
    assert.equal(gone?.StackStatus, 'DELETE_COMPLETE');
    await create(onboarding);
  });

  it('keeps or deletes everything where the caller says so', async () => {
    const twoRoles = (name: string) =>
      JSON.stringify({
        Resources: {
          Good: { Type: 'AWS::IAM::Role', Properties: { RoleName: `Good${name}`, AssumeRolePolicyDocument: serviceTrust } },
          Bad: { Type: 'AWS::IAM::Role', DependsOn: 'Good', Properties: { RoleName: 'Taken', AssumeRolePolicyDocument: serviceTrust } },
        },
      });
    sandbox.seed.role(account, { name: 'Taken', trust: serviceTrust });
    await run(twoRoles('Kept'), { OnFailure: 'DO_NOTHING', StackName: 'kept' });
    assert.equal(await driveStacks(sandbox).status('kept'), 'CREATE_FAILED');
    const { id } = await run(twoRoles('Gone'), { OnFailure: 'DELETE', StackName: 'gone' });
    assert.equal(await driveStacks(sandbox).status(id), 'DELETE_COMPLETE');
    assert.deepEqual(sandbox.state.account(account).roles.map(({ name }) => name), ['Taken', 'GoodKept']);
  });

  const refusals: readonly [string, Record<string, unknown>, RegExp][] = [
    ['an unknown managed policy', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Nope'] }, /Policy arn:aws:iam::aws:policy\/Nope does not exist or is not attachable\..*NotFound/],
    ['a trust policy with a resource', { AssumeRolePolicyDocument: { Statement: [{ ...serviceTrust.Statement[0], Resource: '*' }] } }, /Has prohibited field Resource.*InvalidRequest/],
    ['a trust policy for a role that is not there', { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:role/None` }, Action: 'sts:AssumeRole' }] } }, /Invalid principal in policy: "AWS":/],
    ['a role name of 65 characters', { RoleName: 'a'.repeat(65) }, /length less than or equal to 64/],
    // Text of the quota: as a public report quotes it (aws/eks-hybrid pull request 741).
    ['a trust policy over 2,048 characters', { AssumeRolePolicyDocument: { Statement: [{ ...serviceTrust.Statement[0], Sid: 'x'.repeat(2048) }] } }, /Cannot exceed quota for ACLSizePerRole: 2048.*ServiceLimitExceeded/],
    // Text: as public reports quote it (awslabs/aws-saas-boost issue 179).
    ['a property that the type does not have', { RolName: 'x' }, /Properties validation failed for resource Role with message: #: extraneous key \[RolName\] is not permitted/],
  ];
  for (const [what, properties, reason] of refusals) {
    it(`fails on ${what}`, async () => {
      const { events, status } = await run(roleTemplate(properties));
      assert.match(events.find((event) => event.startsWith('Role CREATE_FAILED')) ?? '', reason);
      assert.equal(await status(), 'ROLLBACK_COMPLETE');
      assert.deepEqual(sandbox.state.account(account).roles, []);
    });
  }

  it('fails on a managed policy over 6,144 characters, white space not counted', async () => {
    const policy = (size: number) =>
      JSON.stringify({
        Resources: {
          Policy: {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: { PolicyDocument: { Statement: [{ Sid: 'a b '.repeat(10), Effect: 'Allow', Action: `s3:${'x'.repeat(size)}`, Resource: '*' }] } },
          },
        },
      });
    const { status } = await run(policy(6000));
    assert.equal(await status(), 'CREATE_COMPLETE');
    const { events } = await run(policy(6144), { StackName: 'large' });
    assert.match(events.join('\n'), /Cannot exceed quota for PolicySize: 6144/);
  });

  it('fails where the caller may not do what the stack needs', async () => {
    sandbox.faults.add({ match: 'stack\\.mdc\\.Role\\.iam\\.CreateRole', do: 'denied' });
    const { events } = await run(onboarding);
    assert.match(events.join('\n'), /Role CREATE_FAILED .*is not authorized to perform: iam:CreateRole.*Status Code: 403.*HandlerErrorCode: AccessDenied/);
  });
});
