import assert from 'node:assert/strict';
import type { CreateStackCommandInput } from '@aws-sdk/client-cloudformation';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, roleTemplate } from './templates';

const account = '123456789012';

describe('sandbox stack creation', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  const create = (input: Partial<CreateStackCommandInput> = {}) => driveStacks(sandbox).create(onboarding, input);
  const describeStack = (name?: string) => driveStacks(sandbox).describe(name);
  const eventsOf = () => driveStacks(sandbox).events();

  it('answers at once and makes one transition a tick', async () => {
    const { StackId } = await create();
    assert.match(StackId ?? '', /^arn:aws:cloudformation:us-east-1:123456789012:stack\/mdc\/[0-9a-f-]{36}$/);
    assert.equal((await describeStack())?.StackStatus, 'CREATE_IN_PROGRESS');
    assert.deepEqual(sandbox.state.account(account).oidcProviders, []);
    const seen = [(await eventsOf()).length];
    while (sandbox.clock.tick()) seen.push((await eventsOf()).length);
    // The last tick but one ends the last resource, the last ends the stack: never more than one event a tick.
    assert.ok(seen.every((count, index) => index === 0 || count - (seen[index - 1] ?? 0) <= 1));
    assert.equal((await describeStack())?.StackStatus, 'CREATE_COMPLETE');
  });

  it('tells every step in events and resolves the outputs', async () => {
    await create();
    sandbox.clock.runAll();
    assert.deepEqual(await eventsOf(), [
      'mdc CREATE_IN_PROGRESS User Initiated',
      'Provider CREATE_IN_PROGRESS',
      'Provider CREATE_IN_PROGRESS Resource creation Initiated',
      'Provider CREATE_COMPLETE',
      'Role CREATE_IN_PROGRESS',
      'Role CREATE_IN_PROGRESS Resource creation Initiated',
      'Role CREATE_COMPLETE',
      'Deny CREATE_IN_PROGRESS',
      'Deny CREATE_IN_PROGRESS Resource creation Initiated',
      'Deny CREATE_COMPLETE',
      'mdc CREATE_COMPLETE',
    ]);
    const stack = await describeStack();
    assert.deepEqual(stack?.Outputs?.map(({ OutputValue }) => OutputValue), [`arn:aws:iam::${account}:role/CspmMonitorAws`]);
  });

  it('stores the resolved trust policy and both managed policies', async () => {
    await create();
    sandbox.clock.runAll();
    const role = sandbox.state.role(account, 'cspmmonitoraws');
    const provider = `arn:aws:iam::${account}:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/`;
    assert.deepEqual(role?.trust, {
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringLike: { 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud': 'api://one' } },
      }],
    });
    const [readOnly, deny] = [...(role?.attachedPolicies ?? [])];
    assert.equal(readOnly, 'arn:aws:iam::aws:policy/ReadOnlyAccess');
    assert.match(deny ?? '', /^arn:aws:iam::123456789012:policy\/mdc-Deny-[A-Z2-7]{12}$/);
  });

  it('shows stars for a secret parameter', async () => {
    await create({ Parameters: [{ ParameterKey: 'Secret', ParameterValue: 'really' }] });
    const stack = await describeStack();
    assert.deepEqual(stack?.Parameters?.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]), [
      ['RoleName', 'CspmMonitorAws'],
      ['Secret', '****'],
    ]);
  });

  it('takes an empty list, which the SDK sends as an empty text', async () => {
    await create({ Parameters: [], Tags: [], NotificationARNs: [] });
    sandbox.clock.runAll();
    assert.equal((await describeStack())?.StackStatus, 'CREATE_COMPLETE');
  });

  it('asks for the right acknowledgement', async () => {
    // Text: as CreateStack is publicly reported to answer.
    await assert.rejects(create({ Capabilities: [] }), refusal('InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_NAMED_IAM]'));
    await assert.rejects(create({ Capabilities: ['CAPABILITY_IAM'] }), refusal('InsufficientCapabilitiesException'));
    const unnamed = roleTemplate();
    await assert.rejects(
      create({ TemplateBody: unnamed, Capabilities: [] }),
      refusal('InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_IAM]'),
    );
    await create({ TemplateBody: unnamed, Capabilities: ['CAPABILITY_IAM'] });
  });

  it('does not make a second stack of the same name', async () => {
    await create();
    // Code: API model.
    await assert.rejects(create(), refusal('AlreadyExistsException', 'Stack [mdc] already exists'));
    await driveStacks(sandbox, { region: 'eu-west-1' }).create(roleTemplate());
    // Text: as DescribeStacks gives it for a stack that is not there.
    await assert.rejects(describeStack('other'), refusal('ValidationError', 'Stack with id other does not exist', 400));
  });
});
