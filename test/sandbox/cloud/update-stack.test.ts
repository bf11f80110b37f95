import assert from 'node:assert/strict';
import { CancelUpdateStackCommand, ContinueUpdateRollbackCommand, UpdateStackCommand } from '@aws-sdk/client-cloudformation';
import { DeleteRoleCommand } from '@aws-sdk/client-iam';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, serviceTrust } from './templates';

const account = '123456789012';
const role = (properties: object, more: object = {}) => ({ Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: serviceTrust, ...properties }, ...more });
const template = (Resources: object) => JSON.stringify({ Resources });

describe('sandbox stack update', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  const created = async (body: string) => {
    const stacks = driveStacks(sandbox);
    await stacks.create(body);
    sandbox.clock.runAll();
    const before = (await stacks.events()).length;
    return { ...stacks, newEvents: async () => (await stacks.events()).slice(before) };
  };

  it('changes in place, adds, and removes what a condition now leaves out', async () => {
    const body = (audience: string) => JSON.stringify({
      Parameters: { Extra: { Type: 'String', Default: 'yes' } },
      Conditions: { HasExtra: { 'Fn::Equals': [{ Ref: 'Extra' }, 'yes'] } },
      Resources: {
        Provider: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://example.com/', ClientIdList: [audience] } },
        Extra: role({ RoleName: 'Extra' }, { Condition: 'HasExtra' }),
      },
    });
    const { update, newEvents } = await created(body('api://one'));
    await update(body('api://two'), { Parameters: [{ ParameterKey: 'Extra', ParameterValue: 'no' }] });
    sandbox.clock.runAll();
    assert.deepEqual(await newEvents(), [
      'mdc UPDATE_IN_PROGRESS User Initiated',
      'Provider UPDATE_IN_PROGRESS',
      'Provider UPDATE_COMPLETE',
      'mdc UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Extra DELETE_IN_PROGRESS',
      'Extra DELETE_COMPLETE',
      'mdc UPDATE_COMPLETE',
    ]);
    assert.deepEqual(sandbox.state.account(account).oidcProviders.map(({ clientIds }) => clientIds), [['api://two']]);
    assert.deepEqual(sandbox.state.account(account).roles, []);
  });

  it('says so where nothing changes, and takes previous values and the previous template', async () => {
    const { update, describe } = await created(onboarding);
    // Text: CloudFormation's ValidationError, also quoted in the aws-cdk and AWS SAM CLI sources.
    await assert.rejects(update(onboarding), refusal('ValidationError', 'No updates are to be performed.', 400));
    const { client } = driveStacks(sandbox);
    await client.send(new UpdateStackCommand({
      StackName: 'mdc', UsePreviousTemplate: true, Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: [{ ParameterKey: 'RoleName', ParameterValue: 'Renamed' }, { ParameterKey: 'Secret', UsePreviousValue: true }],
    }));
    sandbox.clock.runAll();
    assert.equal((await describe())?.StackStatus, 'UPDATE_COMPLETE');
    assert.deepEqual(sandbox.state.account(account).roles.map(({ name }) => name), ['Renamed']);
    assert.equal((await describe())?.Outputs?.[0]?.OutputValue, `arn:aws:iam::${account}:role/Renamed`);
  });

  it('makes a new role before it takes the old one away', async () => {
    const { update, newEvents } = await created(template({ Role: role({ RoleName: 'Old' }) }));
    await update(template({ Role: role({ RoleName: 'New' }) }));
    sandbox.clock.runAll();
    assert.deepEqual((await newEvents()).slice(1), [
      'Role UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.',
      'Role UPDATE_COMPLETE',
      'mdc UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Role DELETE_IN_PROGRESS',
      'Role DELETE_COMPLETE',
      'mdc UPDATE_COMPLETE',
    ]);
    assert.deepEqual(sandbox.state.account(account).roles.map(({ name }) => name), ['New']);
    assert.equal(sandbox.state.stack(account, 'mdc')?.resources.get('Role')?.physicalId, 'New');
  });

  it('goes back to where it was when a part fails', async () => {
    const before = template({ A: role({ RoleName: 'A', Description: 'before' }), B: role({ RoleName: 'B' }) });
    const { update, newEvents, status } = await created(before);
    sandbox.seed.role(account, { name: 'Taken', trust: serviceTrust });
    await update(template({
      A: role({ RoleName: 'A', Description: 'after' }),
      B: role({ RoleName: 'Other' }),
      C: role({ RoleName: 'Taken' }, { DependsOn: ['A', 'B'] }),
    }));
    sandbox.clock.runAll();
    const events = await newEvents();
    assert.ok(events.includes('mdc UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [C]. '));
    assert.equal(await status(), 'UPDATE_ROLLBACK_COMPLETE');
    assert.deepEqual(sandbox.state.account(account).roles.map(({ name, description }) => [name, description]), [
      ['A', 'before'], ['B', undefined], ['Taken', undefined],
    ]);
    assert.deepEqual([...(sandbox.state.stack(account, 'mdc')?.resources.keys() ?? [])], ['A', 'B']);
    assert.equal(sandbox.state.stack(account, 'mdc')?.resources.get('B')?.physicalId, 'B');
  });

  it('goes back when it is cancelled', async () => {
    const body = (text: string) => template({ A: role({ RoleName: 'A', Description: text }), B: role({ RoleName: 'B', Description: text }, { DependsOn: 'A' }) });
    const { client, update, status } = await created(body('before'));
    await update(body('after'));
    for (let ticks = 0; ticks < 4; ticks++) sandbox.clock.tick();
    await client.send(new CancelUpdateStackCommand({ StackName: 'mdc' }));
    sandbox.clock.runAll();
    assert.equal(await status(), 'UPDATE_ROLLBACK_COMPLETE');
    assert.deepEqual(sandbox.state.account(account).roles.map(({ description }) => description), ['before', 'before']);
    await assert.rejects(client.send(new CancelUpdateStackCommand({ StackName: 'mdc' })), refusal('ValidationError'));
  });

  it('sticks when a part cannot go back, and goes on without it', async () => {
    const body = (text: string) => template({ A: role({ RoleName: 'A', Description: text }), B: role({ RoleName: 'B', Description: text }) });
    const { client, update, status } = await created(body('before'));
    await clientsOf(sandbox).iam.send(new DeleteRoleCommand({ RoleName: 'B' }));
    await update(body('after'));
    sandbox.clock.runAll();
    assert.equal(await status(), 'UPDATE_ROLLBACK_FAILED');
    await client.send(new ContinueUpdateRollbackCommand({ StackName: 'mdc', ResourcesToSkip: ['B'] }));
    sandbox.clock.runAll();
    assert.equal(await status(), 'UPDATE_ROLLBACK_COMPLETE');
    assert.equal(sandbox.state.role(account, 'A')?.description, 'before');
  });

  it('refuses to replace a resource whose own name stays', async () => {
    const { update, newEvents } = await created(template({ A: role({ RoleName: 'A' }) }));
    await update(template({ A: role({ RoleName: 'A', Path: '/other/' }) }));
    sandbox.clock.runAll();
    // Behaviour: CloudFormation User Guide, "Name type"; text: general knowledge of the service.
    assert.match((await newEvents()).join('\n'), /CloudFormation cannot update a stack when a custom-named resource requires replacing\. Rename A and update the stack again\./);
  });

  it('attaches and detaches the policies of a role', async () => {
    const policies = (...names: string[]) => template({ A: role({ RoleName: 'A', ManagedPolicyArns: names.map((name) => `arn:aws:iam::aws:policy/${name}`) }) });
    const { update } = await created(policies('ReadOnlyAccess', 'SecurityAudit'));
    await update(policies('SecurityAudit', 'PowerUserAccess'));
    sandbox.clock.runAll();
    assert.deepEqual([...(sandbox.state.role(account, 'A')?.attachedPolicies ?? [])].map((arn) => arn.split('/')[1]), ['SecurityAudit', 'PowerUserAccess']);
  });
});
