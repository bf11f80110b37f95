import assert from 'node:assert/strict';
import {
  DescribeStackResourceCommand,
  DescribeStackResourcesCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  paginateDescribeStackEvents,
  paginateListStackResources,
  paginateListStacks,
} from '@aws-sdk/client-cloudformation';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding, roleTemplate } from './templates';

const many = JSON.stringify({
  Resources: Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`Queue${index}`, { Type: 'AWS::SQS::Queue' }])),
});

describe('sandbox reading', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  it('pages events newest first, and new ones do not shift the pages', async () => {
    const { client, create } = driveStacks(sandbox);
    await create(many);
    while (sandbox.state.stack('123456789012', 'mdc')?.events.length !== 130) sandbox.clock.tick();
    const pages: string[][] = [];
    for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName: 'mdc' })) {
      pages.push(StackEvents.map(({ EventId = '' }) => EventId));
      sandbox.clock.tick();
    }
    assert.deepEqual(pages.map(({ length }) => length), [100, 30]);
    assert.equal(new Set(pages.flat()).size, 130);
  });

  it('pages stacks and resources', async () => {
    await sandbox.stop();
    sandbox = await startSandbox({ pageSize: 2 });
    const { client, create } = driveStacks(sandbox);
    for (const StackName of ['one', 'two', 'three']) await create(onboarding.replace('CspmMonitorAws', StackName), { StackName });
    const names: string[][] = [];
    for await (const { StackSummaries = [] } of paginateListStacks({ client }, {})) names.push(StackSummaries.map((stack) => stack.StackName ?? ''));
    assert.deepEqual(names, [['three', 'two'], ['one']]);
    sandbox.clock.runAll();
    const ids: number[] = [];
    for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName: 'one' })) ids.push(StackResourceSummaries.length);
    assert.deepEqual(ids, [2, 1]);
    await assert.rejects(client.send(new ListStackResourcesCommand({ StackName: 'one', NextToken: 'bad' })), refusal('ValidationError'));
  });

  it('lists stacks by status, deleted ones too', async () => {
    const { client, create, remove } = driveStacks(sandbox);
    await create(roleTemplate());
    sandbox.clock.runAll();
    await remove();
    sandbox.clock.runAll();
    await create(roleTemplate());
    const list = async (...StackStatusFilter: ('DELETE_COMPLETE' | 'CREATE_IN_PROGRESS')[]) =>
      (await client.send(new ListStacksCommand({ StackStatusFilter }))).StackSummaries?.map(({ StackStatus }) => StackStatus);
    assert.deepEqual(await list(), ['CREATE_IN_PROGRESS', 'DELETE_COMPLETE']);
    assert.deepEqual(await list('DELETE_COMPLETE'), ['DELETE_COMPLETE']);
  });

  it('finds the stack of a resource by its physical id', async () => {
    const { client, create } = driveStacks(sandbox);
    await create(onboarding);
    sandbox.clock.runAll();
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ PhysicalResourceId: 'CspmMonitorAws' }));
    assert.deepEqual(StackResources?.map(({ StackName, LogicalResourceId }) => [StackName, LogicalResourceId]), [
      ['mdc', 'Provider'], ['mdc', 'Role'], ['mdc', 'Deny'],
    ]);
    const { StackResourceDetail } = await client.send(new DescribeStackResourceCommand({ StackName: 'mdc', LogicalResourceId: 'Role' }));
    assert.equal(StackResourceDetail?.PhysicalResourceId, 'CspmMonitorAws');
    assert.equal(StackResourceDetail.ResourceStatus, 'CREATE_COMPLETE');
    assert.ok(StackResourceDetail.LastUpdatedTimestamp instanceof Date);
    await assert.rejects(client.send(new DescribeStackResourcesCommand({ PhysicalResourceId: 'None' })), refusal('ValidationError'));
  });

  it('keeps accounts and regions apart', async () => {
    await driveStacks(sandbox).create(roleTemplate());
    for (const options of [{ account: '210987654321' }, { region: 'eu-west-1' }]) {
      await assert.rejects(driveStacks(sandbox, options).status(), refusal('ValidationError', 'Stack with id mdc does not exist'));
    }
  });
});
