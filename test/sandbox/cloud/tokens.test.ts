import assert from 'node:assert/strict';
import { DescribeStackEventsCommand } from '@aws-sdk/client-cloudformation';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, roleTemplate } from './templates';

describe('sandbox client request tokens', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  it('answers the same request the same way and does it once', async () => {
    const { create, events } = driveStacks(sandbox);
    const first = await create(onboarding, { ClientRequestToken: 'one' });
    const second = await create(onboarding, { ClientRequestToken: 'one' });
    assert.equal(second.StackId, first.StackId);
    sandbox.clock.runAll();
    assert.equal((await events()).filter((event) => event === 'mdc CREATE_IN_PROGRESS User Initiated').length, 1);
  });

  it('refuses the same token with something else', async () => {
    const { create } = driveStacks(sandbox);
    await create(onboarding, { ClientRequestToken: 'one' });
    // Code and status: API model, TokenAlreadyExistsException.
    await assert.rejects(create(onboarding, { ClientRequestToken: 'one', StackName: 'other' }), refusal('TokenAlreadyExistsException', undefined, 400));
    await driveStacks(sandbox, { account: '210987654321' }).create(onboarding, { ClientRequestToken: 'one' });
  });

  it('puts the token on every event of its operation and on no other', async () => {
    const { client, create, update } = driveStacks(sandbox);
    await create(roleTemplate({ Description: 'a' }), { ClientRequestToken: 'creation' });
    sandbox.clock.runAll();
    await update(roleTemplate({ Description: 'b' }), { ClientRequestToken: 'update' });
    sandbox.clock.runAll();
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: 'mdc' }));
    assert.deepEqual(StackEvents.map(({ ClientRequestToken }) => ClientRequestToken), [
      ...Array<string>(5).fill('update'), ...Array<string>(5).fill('creation'),
    ]);
  });

  it('lets a retry after a lost answer find its stack', async () => {
    sandbox.faults.add({ match: 'cloudformation\\.CreateStack', do: 'lostAnswer', times: 1 });
    const { create, status } = driveStacks(sandbox, { maxAttempts: 2 });
    const { StackId } = await create(onboarding, { ClientRequestToken: 'once' });
    assert.equal(StackId, sandbox.state.stack('123456789012', 'mdc')?.id);
    assert.equal(await status(), 'CREATE_IN_PROGRESS');
    // Without a token the retry meets the stack that the lost request made.
    sandbox.faults.add({ match: 'cloudformation\\.CreateStack', do: 'lostAnswer', times: 1 });
    await assert.rejects(create(roleTemplate(), { StackName: 'other' }), refusal('AlreadyExistsException'));
  });
});
