import assert from 'node:assert/strict';
import { ListStackResourcesCommand, type ResourceToImport } from '@aws-sdk/client-cloudformation';
import { DeleteRoleCommand } from '@aws-sdk/client-iam';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';

const account = '123456789012';
const url = 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
const role = (RoleName: string, policy?: string) => ({
  Type: 'AWS::IAM::Role', ...(policy && { DeletionPolicy: policy }), Properties: { RoleName, AssumeRolePolicyDocument: trust },
});
const ofRole = (name: string): ResourceToImport => ({ ResourceType: 'AWS::IAM::Role', LogicalResourceId: 'Role', ResourceIdentifier: { RoleName: name } });

/** Rules: User Guide, "Import AWS resources into a CloudFormation stack manually". Texts: as public reports quote them. */
describe('sandbox imports', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
    sandbox.seed.role(account, { name: 'Theirs', trust });
  });
  afterEach(() => sandbox.stop());

  const propose = (Resources: object, ResourcesToImport: ResourceToImport[], more: object = {}) =>
    driveStacks(sandbox).changeSet(JSON.stringify({ Resources, ...more }), { ChangeSetType: 'IMPORT', ResourcesToImport });

  it('takes a role and a provider into a new stack and changes neither', async () => {
    const provider = sandbox.seed.oidcProvider(account, { url, clientIds: ['api://theirs'] });
    const before = structuredClone([provider, sandbox.state.role(account, 'Theirs')]);
    const { describeChangeSet, executeChangeSet, status, events } = driveStacks(sandbox);
    const Provider = { Type: 'AWS::IAM::OIDCProvider', DeletionPolicy: 'Retain', Properties: { Url: url, ClientIdList: ['api://other'] } };
    await propose({ Role: role('Theirs', 'Retain'), Provider }, [
      ofRole('Theirs'), { ResourceType: 'AWS::IAM::OIDCProvider', LogicalResourceId: 'Provider', ResourceIdentifier: { Arn: provider.arn } },
    ]);
    sandbox.clock.runAll();
    const { Changes = [], ExecutionStatus } = await describeChangeSet();
    assert.equal(ExecutionStatus, 'AVAILABLE');
    assert.deepEqual(
      Changes.map(({ ResourceChange: change }) => [change?.Action, change?.LogicalResourceId, change?.PhysicalResourceId]),
      [['Import', 'Role', 'Theirs'], ['Import', 'Provider', provider.arn]],
    );
    await executeChangeSet();
    sandbox.clock.runAll();
    assert.equal(await status(), 'IMPORT_COMPLETE');
    assert.ok((await events()).includes('Provider IMPORT_COMPLETE'));
    assert.deepEqual([provider, sandbox.state.role(account, 'Theirs')], before);
  });

  it('refuses what is no import and nothing else', async () => {
    const refused: readonly (readonly [object, ResourceToImport[], RegExp, object?])[] = [
      [{ Role: role('Theirs', 'Retain') }, [], /^Must Provide at least one resource to import$/],
      [{ Other: role('Theirs', 'Retain') }, [ofRole('Theirs')], /logical resource ids \[Role\] provided in ResourceToImport do not exist/],
      [{ Role: role('Theirs') }, [ofRole('Theirs')], /resources to import \[Role\] must have DeletionPolicy attribute/],
      [{ Role: role('Theirs', 'Retain'), New: role('New') }, [ofRole('Theirs')], /^Resources \[New\] is missing from ResourceToImport list$/],
      [{ Role: role('Theirs', 'Retain') }, [{ ...ofRole('Theirs'), ResourceIdentifier: { Arn: 'x' } }], /Invalid resource identifier for resource type AWS::IAM::Role. Expected \[RoleName\]/],
      [{ Role: role('Theirs', 'Retain') }, [ofRole('Theirs')], /you cannot modify or add \[Outputs\]/, { Outputs: { Arn: { Value: 'x' } } }],
    ];
    for (const [resources, imports, text, more] of refused) await assert.rejects(propose(resources, imports, more), refusal('ValidationError', text));
    assert.deepEqual(sandbox.state.account(account).stacks, [], 'a refusal leaves no stack');
  });

  it('refuses to change what the stack has, and fails where there is nothing to take', async () => {
    const { create, describeChangeSet } = driveStacks(sandbox);
    await create(JSON.stringify({ Resources: { Own: role('Own') } }));
    sandbox.clock.runAll();
    const Role = role('Theirs', 'Retain');
    const changed = { ...role('Own'), Properties: { ...role('Own').Properties, Description: 'other' } };
    await assert.rejects(propose({ Own: changed, Role }, [ofRole('Theirs')]), refusal('ValidationError', /modified resources \[Own\] in your template that are not being imported/));
    await assert.rejects(propose({ Role }, [ofRole('Theirs')]), refusal('ValidationError', /modified resources \[Own\]/));
    await assert.rejects(
      propose({ Own: role('Own', 'Retain') }, [{ ...ofRole('Own'), LogicalResourceId: 'Own' }]),
      refusal('ValidationError', /Resources \[Own\] passed in ResourceToImport are already in a stack/),
    );
    await propose({ Own: role('Own'), Role: role('Ghost', 'Retain') }, [ofRole('Ghost')]);
    sandbox.clock.runAll();
    const { Status, StatusReason } = await describeChangeSet();
    assert.deepEqual([Status, StatusReason], ['FAILED', "Resource of type 'AWS::IAM::Role' with identifier 'Ghost' was not found."]);
  });

  it('forgets again what it could not take, and leaves the stack as it was', async () => {
    const { create, executeChangeSet, status, client } = driveStacks(sandbox);
    await create(JSON.stringify({ Resources: { Own: role('Own') } }));
    sandbox.clock.runAll();
    await propose({ Own: role('Own'), Role: role('Theirs', 'Retain') }, [ofRole('Theirs')]);
    sandbox.clock.runAll();
    await clientsOf(sandbox).iam.send(new DeleteRoleCommand({ RoleName: 'Theirs' }));
    await executeChangeSet();
    sandbox.clock.runAll();
    assert.equal(await status(), 'IMPORT_ROLLBACK_COMPLETE');
    const { StackResourceSummaries = [] } = await client.send(new ListStackResourcesCommand({ StackName: 'mdc' }));
    assert.deepEqual(StackResourceSummaries.map(({ LogicalResourceId }) => LogicalResourceId), ['Own']);
  });
});
