import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileJournal } from '../../../src/adapters/node/journal/file-journal';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { pickUpOperation } from '../../../src/app/operation/pick-up-operation';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { isUnfinished, type StackOperation } from '../../../src/core/operation/stack-operation';
import { account, issuer, problemOf, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';

const sentinel = 'api://sentinel';

describe('audiences that a provider of others is still to get', () => {
  let cloud: Cloud;
  let folder: string;
  let provider: { readonly clientIds: readonly string[] };
  beforeEach(async () => {
    cloud = await startCloud({ stepsPerPause: 3 });
    folder = mkdtempSync(join(tmpdir(), 'audiences-'));
    provider = cloud.sandbox.seed.oidcProvider(account, { url: `https://${issuer}`, clientIds: [sentinel] });
  });
  afterEach(async () => {
    await cloud.stop();
    rmSync(folder, { recursive: true });
  });

  const ports = () => ({ ...cloud.ports(), journal: fileJournal(folder) });
  const merging = { ...requestFor(template()), resolutions: { Provider: { kind: 'mergeAudiences' as const } } };
  const note = async (): Promise<StackOperation> => {
    const [operation] = valueOf(await ports().journal.list()).operations;
    assert.ok(operation);
    return operation;
  };
  /** The stack stands, but nobody got to IAM afterwards. */
  const cutOff = async () => {
    const plan = valueOf(await previewDeployment(ports(), merging));
    cloud.sandbox.faults.add({ match: 'iam.AddClientID.*', do: 'reset' });
    assert.equal(problemOf(await executeDeployment(ports(), plan)).code, 'network');
    cloud.sandbox.faults.clear();
    assert.deepEqual(provider.clientIds, [sentinel]);
  };

  it('are added by whoever picks the operation up, and then never again', async () => {
    await cutOff();
    assert.ok(isUnfinished(await note()));
    const outcome = valueOf(await pickUpOperation(ports(), await note()));
    assert.match(outcome.summary, /The audiences that were missing are added/);
    assert.deepEqual(provider.clientIds, [sentinel, 'api://a', 'api://b']);
    assert.ok(!isUnfinished(await note()));
    assert.match((await note()).end?.summary ?? '', /audiences that were missing are added/);
    const asked = cloud.sandbox.requests().length;
    valueOf(await pickUpOperation(ports(), await note()));
    const again = cloud.sandbox.requests().slice(asked).map(({ operation }) => operation);
    assert.deepEqual(again.filter((operation) => operation.startsWith('iam.')), []);
  });

  it('are those of the deployed template: a note that somebody has changed adds nothing of its own', async () => {
    await cutOff();
    const { audiences: [merge], ...rest } = { audiences: [], ...(await note()) } as StackOperation & { audiences: NonNullable<StackOperation['audiences']> };
    assert.ok(merge);
    const forged = { ...rest, audiences: [{ ...merge, audiences: ['api://evil', 'api://a'] }, { ...merge, url: 'evil.example/', audiences: ['api://a'] }] };
    valueOf(await ports().journal.write(forged));
    valueOf(await pickUpOperation(ports(), await note()));
    assert.deepEqual(provider.clientIds, [sentinel, 'api://a']);
  });

  it('are not tried again once IAM has refused them: the journal says why', async () => {
    const plan = valueOf(await previewDeployment(ports(), merging));
    cloud.sandbox.faults.add({ match: 'iam.AddClientID.*', do: 'denied' });
    const problem = problemOf(await executeDeployment(ports(), plan));
    assert.match(problem.message, /Created stack defender .* But the audiences .* could not be added/);
    assert.doesNotMatch(problem.message, /goes on in AWS/);
    assert.ok(!isUnfinished(await note()));
    assert.match((await note()).end?.summary ?? '', /could not be added/);
  });

  it('are added alone when the stack has nothing to change', async () => {
    const { resolutions: _asItIs, ...without } = merging;
    assert.equal(valueOf(await executeDeployment(ports(), valueOf(await previewDeployment(ports(), without)))).result, 'succeeded');
    const plan = valueOf(await previewDeployment(ports(), merging));
    assert.equal(plan.action, 'none');
    const outcome = valueOf(await executeDeployment(ports(), plan));
    assert.equal(outcome.result, 'unchanged');
    assert.deepEqual(provider.clientIds, [sentinel, 'api://a', 'api://b']);
  });
});
