import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileFiles } from '../../../sandbox/profiles';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { runCommand } from '../cloud/run-command';
import { requestFor, roleResource, startCloud, template, valueOf, type Cloud } from './cloud';

/** A client that is not ours: what it lists must be what we show. */
describe('what the aws command line lists', function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let folder: string;

  before(async function () {
    if ((await runCommand('aws', ['--version'])).code !== 0) {
      console.log('    skipped: there is no aws on PATH');
      this.skip();
    }
    cloud = await startCloud({ stepsPerPause: 3 });
    folder = mkdtempSync(join(tmpdir(), 'deploy-cli-'));
    const files = profileFiles(cloud.sandbox);
    writeFileSync(join(folder, 'config'), files.config);
    writeFileSync(join(folder, 'credentials'), files.credentials);
    valueOf(await executeDeployment(cloud.ports(), valueOf(await previewDeployment(cloud.ports(), requestFor(template())))));
  });
  after(async () => {
    await cloud?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  async function list<T>(...args: readonly string[]): Promise<T> {
    const env = {
      PATH: process.env.PATH, HOME: folder, AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'), AWS_PAGER: '', AWS_PROFILE: 'sandbox-single',
    };
    const { stdout, stderr, code } = await runCommand('aws', ['cloudformation', ...args, '--output', 'json'], env);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as T;
  }

  it('is the stack that we read', async () => {
    const [theirs] = (await list<{ Stacks: { StackId: string; StackStatus: string; Outputs: { OutputKey: string; OutputValue: string }[] }[] }>('describe-stacks')).Stacks;
    const ours = valueOf(await cloud.ports().stacks.read('defender'));
    assert.deepEqual([ours?.id, ours?.status], [theirs?.StackId, theirs?.StackStatus]);
    assert.deepEqual(ours?.outputs.map(({ key, value }) => [key, value]), theirs?.Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  });

  it('are the events that we read, all of them and in their order', async () => {
    const { StackEvents } = await list<{ StackEvents: { EventId: string; ResourceStatus: string; ClientRequestToken?: string }[] }>('describe-stack-events', '--stack-name', 'defender');
    const ours = valueOf(await cloud.ports().stacks.eventsSince('defender', null));
    assert.ok(ours.length > 5, 'more than one page of the sandbox');
    assert.deepEqual(
      ours.map(({ id, status, token }) => [id, status, token]),
      StackEvents.reverse().map(({ EventId, ResourceStatus, ClientRequestToken = null }) => [EventId, ResourceStatus, ClientRequestToken]),
    );
  });

  it('are the change sets that we made, with the changes that we show', async () => {
    const plan = valueOf(await previewDeployment(cloud.ports(), requestFor(template({ actions: ['s3:List*'], more: { Second: roleResource('Second') } }))));
    const { Summaries } = await list<{ Summaries: { ChangeSetId: string }[] }>('list-change-sets', '--stack-name', 'defender');
    const ours = valueOf(await cloud.ports().stacks.listChangeSets('defender'));
    assert.deepEqual(ours.map(({ id }) => id), Summaries.map(({ ChangeSetId }) => ChangeSetId));
    assert.ok(ours.some(({ id }) => id === plan.changeSetId));
    const { Changes } = await list<{ Changes: { ResourceChange: { LogicalResourceId: string; Action: string } }[] }>('describe-change-set', '--change-set-name', plan.changeSetId ?? '');
    assert.deepEqual(
      plan.changes.map(({ logicalId, action }) => `${action} ${logicalId}`).sort(),
      Changes.map(({ ResourceChange: { Action, LogicalResourceId } }) => `${Action.toLowerCase()} ${LogicalResourceId}`).sort(),
    );
  });
});
