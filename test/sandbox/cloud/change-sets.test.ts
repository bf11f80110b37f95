import assert from 'node:assert/strict';
import { DeleteChangeSetCommand, ListChangeSetsCommand, type ResourceChange } from '@aws-sdk/client-cloudformation';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, roleTemplate } from './templates';

const account = '123456789012';
const short = ({ Action, LogicalResourceId, Replacement }: ResourceChange = {}) => [Action, LogicalResourceId, Replacement].join(' ');

describe('sandbox change sets', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  it('creates a stack in review, then for real', async () => {
    const { changeSet, describeChangeSet, executeChangeSet, status, describe, events } = driveStacks(sandbox);
    const { StackId = '', Id = '' } = await changeSet(onboarding, { ChangeSetType: 'CREATE' });
    assert.match(Id, /^arn:aws:cloudformation:us-east-1:123456789012:changeSet\/change\//);
    assert.equal(await status(), 'REVIEW_IN_PROGRESS');
    assert.equal((await describeChangeSet()).Status, 'CREATE_PENDING');
    sandbox.clock.tick();
    assert.equal((await describeChangeSet()).Status, 'CREATE_IN_PROGRESS');
    sandbox.clock.runAll();
    const ready = await describeChangeSet();
    assert.deepEqual([ready.Status, ready.ExecutionStatus], ['CREATE_COMPLETE', 'AVAILABLE']);
    assert.deepEqual(ready.Changes?.map(({ ResourceChange }) => short(ResourceChange)), ['Add Provider ', 'Add Role ', 'Add Deny ']);
    assert.deepEqual(sandbox.state.account(account).roles, []);

    await executeChangeSet();
    assert.equal((await describeChangeSet()).ExecutionStatus, 'EXECUTE_IN_PROGRESS');
    sandbox.clock.runAll();
    assert.equal((await describeChangeSet()).ExecutionStatus, 'EXECUTE_COMPLETE');
    const stack = await describe();
    assert.deepEqual([stack?.StackStatus, stack?.StackId, stack?.ChangeSetId], ['CREATE_COMPLETE', StackId, Id]);
    assert.deepEqual((await events()).slice(0, 2), ['mdc REVIEW_IN_PROGRESS User Initiated', 'mdc CREATE_IN_PROGRESS User Initiated']);
    // Code: API model, InvalidChangeSetStatus.
    await assert.rejects(executeChangeSet(), refusal('InvalidChangeSetStatusException', /current execution status of \[EXECUTE_COMPLETE\]/));
  });

  it('shows what an update changes, why, and from what to what', async () => {
    const { create, changeSet, describeChangeSet } = driveStacks(sandbox);
    await create(onboarding);
    sandbox.clock.runAll();
    const changed = onboarding.replace('[api://one, api://two]', '[api://one]').replace(/ {2}Deny:[\s\S]*(?=Outputs)/, '');
    await changeSet(changed, { Parameters: [{ ParameterKey: 'RoleName', ParameterValue: 'Other' }] });
    sandbox.clock.runAll();
    const { Changes = [] } = await describeChangeSet(true);
    const [removed, provider, role] = Changes.map(({ ResourceChange }) => ResourceChange);
    assert.deepEqual([removed, provider, role].map(short), ['Remove Deny ', 'Modify Provider False', 'Modify Role True']);
    assert.equal(removed?.PolicyAction, 'Delete');
    assert.match(provider?.PhysicalResourceId ?? '', /oidc-provider\/sts\.windows\.net/);
    assert.deepEqual(provider?.Scope, ['Properties']);
    assert.deepEqual(provider?.Details, [{
      Target: {
        Attribute: 'Properties', Name: 'ClientIdList', RequiresRecreation: 'Never', Path: '/Properties/ClientIdList',
        BeforeValue: '["api://one","api://two"]', AfterValue: '["api://one"]', AttributeChangeType: 'Modify',
      },
      Evaluation: 'Static',
      ChangeSource: 'DirectModification',
    }]);
    const { Target, ...why } = role?.Details?.[0] ?? {};
    assert.deepEqual([Target?.Name, Target?.RequiresRecreation, why], [
      'RoleName', 'Always', { Evaluation: 'Static', ChangeSource: 'ParameterReference', CausingEntity: 'RoleName' },
    ]);
    assert.equal(JSON.parse(role?.AfterContext ?? '{}').Properties.RoleName, 'Other');
    const plain = await describeChangeSet();
    assert.ok(plain.Changes?.every(({ ResourceChange }) => ResourceChange?.BeforeContext === undefined && ResourceChange?.AfterContext === undefined));
  });

  it('shows what follows from a replacement as not yet known', async () => {
    const body = (url: string) => onboarding.replace('https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/\n', `${url}\n`);
    const { create, changeSet, describeChangeSet } = driveStacks(sandbox);
    await create(body('https://one.example/'));
    sandbox.clock.runAll();
    await changeSet(body('https://two.example/'));
    sandbox.clock.runAll();
    const { Changes = [] } = await describeChangeSet(true);
    assert.deepEqual(Changes.map(({ ResourceChange }) => short(ResourceChange)), ['Modify Provider True', 'Modify Role False']);
    assert.deepEqual(Changes[1]?.ResourceChange?.Details?.map(({ Evaluation, ChangeSource, CausingEntity }) => [Evaluation, ChangeSource, CausingEntity]), [
      ['Dynamic', 'ResourceAttribute', 'Provider.Arn'],
    ]);
    // Text: as the aws-cdk sources match it.
    assert.match(Changes[1]?.ResourceChange?.AfterContext ?? '', /\{\{changeSet:KNOWN_AFTER_APPLY\}\}/);
  });

  it('fails where nothing changes', async () => {
    const { create, changeSet, describeChangeSet, executeChangeSet } = driveStacks(sandbox);
    await create(onboarding);
    sandbox.clock.runAll();
    await changeSet(onboarding);
    sandbox.clock.runAll();
    const { Status, StatusReason, ExecutionStatus } = await describeChangeSet();
    // Text: as the aws-cdk and AWS SAM CLI sources match it.
    assert.deepEqual([Status, ExecutionStatus, StatusReason], [
      'FAILED', 'UNAVAILABLE',
      "The submitted information didn't contain changes. Submit different information to create a change set.",
    ]);
    await assert.rejects(executeChangeSet(), refusal('InvalidChangeSetStatusException', /\[UNAVAILABLE\]/));
  });

  it('drops the other change sets when one is carried out', async () => {
    const { client, create, changeSet, describeChangeSet, executeChangeSet } = driveStacks(sandbox);
    await create(roleTemplate({ RoleName: 'A' }));
    sandbox.clock.runAll();
    await changeSet(roleTemplate({ RoleName: 'B' }));
    await changeSet(roleTemplate({ RoleName: 'C' }), { ChangeSetName: 'second' });
    sandbox.clock.runAll();
    const { Summaries } = await client.send(new ListChangeSetsCommand({ StackName: 'mdc' }));
    assert.deepEqual(Summaries?.map(({ ChangeSetName }) => ChangeSetName), ['change', 'second']);
    await executeChangeSet('second');
    sandbox.clock.runAll();
    // Code: API model, ChangeSetNotFound.
    await assert.rejects(describeChangeSet(), refusal('ChangeSetNotFoundException', 'ChangeSet [change] does not exist', 404));
    assert.deepEqual(sandbox.state.account(account).roles.map(({ name }) => name), ['C']);
  });

  it('is out of date once the stack has changed by other ways', async () => {
    const { create, changeSet, update, executeChangeSet } = driveStacks(sandbox);
    await create(roleTemplate({ RoleName: 'A' }));
    sandbox.clock.runAll();
    await changeSet(roleTemplate({ RoleName: 'B' }));
    sandbox.clock.runAll();
    await update(roleTemplate({ RoleName: 'C' }));
    sandbox.clock.runAll();
    await assert.rejects(executeChangeSet(), refusal('InvalidChangeSetStatusException', /\[OBSOLETE\]/));
  });

  it('refuses what does not fit the stack', async () => {
    const { client, create, changeSet, status } = driveStacks(sandbox);
    await assert.rejects(changeSet(onboarding), refusal('ValidationError', 'Stack [mdc] does not exist'));
    await assert.rejects(changeSet(onboarding, { Capabilities: [] , ChangeSetType: 'CREATE' }), refusal('InsufficientCapabilitiesException'));
    await changeSet(onboarding, { ChangeSetType: 'CREATE' });
    await assert.rejects(changeSet(onboarding, { ChangeSetType: 'CREATE' }), refusal('AlreadyExistsException'));
    await client.send(new DeleteChangeSetCommand({ StackName: 'mdc', ChangeSetName: 'change' }));
    assert.equal(await status(), 'REVIEW_IN_PROGRESS');
    await driveStacks(sandbox).remove();
    sandbox.clock.runAll();
    await create(onboarding);
    await assert.rejects(changeSet(onboarding, { ChangeSetType: 'CREATE' }), refusal('ValidationError', /already exists and cannot be created again/));
    await assert.rejects(changeSet(onboarding), refusal('ValidationError', /is in CREATE_IN_PROGRESS state and can not be updated/));
  });

  it('rolls a failed creation back or deletes it, as it was asked', async () => {
    sandbox.seed.oidcProvider(account, { url: 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/' });
    const { changeSet, executeChangeSet, describeChangeSet, status } = driveStacks(sandbox);
    const { StackId = '' } = await changeSet(onboarding, { ChangeSetType: 'CREATE', OnStackFailure: 'DELETE' });
    sandbox.clock.runAll();
    await executeChangeSet();
    sandbox.clock.runAll();
    assert.equal(await status(StackId), 'DELETE_COMPLETE');
    await changeSet(onboarding, { ChangeSetType: 'CREATE', ChangeSetName: 'again' });
    sandbox.clock.runAll();
    await executeChangeSet('again');
    sandbox.clock.runAll();
    assert.equal(await status(), 'ROLLBACK_COMPLETE');
    assert.equal((await describeChangeSet(false, 'again')).ExecutionStatus, 'EXECUTE_FAILED');
  });
});
