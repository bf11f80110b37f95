import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileJournal } from '../../../src/adapters/node/journal/file-journal';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { reviewAndDelete } from '../../../src/cli/delete-command';
import { runAt, type Run } from '../../unit/cli/run';
import { account, connector, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';
import { clientFor, faultKinds, secret, type FaultKind } from './fault-kinds';
import { iamState } from './iam-state';
import { providerOfOthers } from './journeys';

/** Of the stack alone, so that the review has to find out whether others use it. */
const ownProvider = {
  Type: 'AWS::IAM::OIDCProvider',
  Properties: { Url: 'https://example.invalid/own', ClientIdList: ['api://own'], ThumbprintList: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] },
};

interface Call {
  readonly operation: string;
  /** How many of this name pass before it. */
  readonly skip: number;
}

interface Fault {
  readonly kind: FaultKind;
  readonly times: number;
}

/** Before the deletion has begun, and while it is followed. */
const firstAndLast = (operations: readonly string[]): readonly Call[] =>
  [...new Set(operations)].flatMap((operation) =>
    [...new Set([0, operations.filter((each) => each === operation).length - 1])].map((skip) => ({ operation, skip })),
  );

/** From the first look of the review to the end of the deletion, as the command line does it, with its journal. */
describe('each fault at each call of the delete command', function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let folder: string;
  let calls: readonly Call[];
  const told: string[] = [];

  async function begin(): Promise<void> {
    cloud = await startCloud({ stepsPerPause: 4 });
    folder = mkdtempSync(join(tmpdir(), 'delete-'));
    providerOfOthers(cloud);
    const preview = valueOf(await previewDeployment(cloud.ports(), requestFor(template({ more: { Own: ownProvider } }))));
    valueOf(await executeDeployment(cloud.ports(), preview));
  }
  async function end(): Promise<void> {
    told.push(...readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
    rmSync(folder, { recursive: true });
    await cloud.stop();
  }

  async function deleteNow(options: Parameters<Cloud['ports']>[0] = {}): Promise<Run> {
    const ports = { ...cloud.ports(options), journal: fileJournal(folder) };
    const place = { accountId: account, stack: 'defender', connectorName: 'contoso' };
    const asked = { path: 'contoso.connector.yaml', options: { confirm: 'defender', retain: [], format: 'text' } } as const;
    const ran = await runAt((terminal) => reviewAndDelete({ connector, place, ports }, asked, terminal, new AbortController().signal));
    told.push(ran.stdout, ran.stderr);
    return ran;
  }

  before(async () => {
    await begin();
    try {
      const skip = cloud.sandbox.requests().length;
      const { code, stderr } = await deleteNow();
      assert.equal(code, 0, stderr);
      calls = firstAndLast(cloud.sandbox.requests().slice(skip).map(({ operation }) => operation));
      checkEnd('undisturbed');
    } finally {
      await end();
    }
  });

  it('meets every call that is made', () => {
    for (const operation of ['sts.GetCallerIdentity', 'cloudformation.DescribeStacks', 'cloudformation.GetTemplate', 'cloudformation.ListStackResources', 'cloudformation.DescribeStackEvents', 'cloudformation.DeleteStack', 'iam.ListRoles', 'iam.GetOpenIDConnectProvider'])
      assert.ok(calls.some((call) => call.operation === operation), operation);
  });

  for (const kind of faultKinds)
    it(`${kind} ends in a deleted stack or in one clear problem, and nothing is done twice`, async () => {
      for (const call of calls) await strike(call, { kind, times: 1 });
    });
  for (const kind of ['denied', 'reset'] as const)
    it(`${kind} for good ends in one clear problem, and the next command goes on`, async () => {
      for (const call of calls) await strike(call, { kind, times: 99 });
    });

  it('tells no secret: none on the screen, none in the journal', () => {
    assert.ok(told.join('').length > 50_000, String(told.join('').length));
    assert.deepEqual(told.filter((text) => secret.test(text)), []);
  });

  async function strike(call: Call, fault: Fault): Promise<void> {
    await begin();
    try {
      await underFault(call, fault);
    } finally {
      await end();
    }
  }

  async function underFault({ operation, skip }: Call, { kind, times }: Fault): Promise<void> {
    const where = `${kind} at ${operation} after ${skip}`;
    const before = iamState(cloud);
    cloud.sandbox.faults.add({ match: operation.replace('.', '\\.'), do: kind, skip, times });
    const first = await deleteNow(clientFor(kind));
    assert.ok(cloud.sandbox.requests().some(({ fault }) => fault === kind), where);
    if (first.code !== 0) {
      const last = first.stderr.trim().split('\n').at(-1) ?? '';
      assert.match(last, /^[A-Z].*\./, where);
      assert.doesNotMatch(first.stderr, /This is a fault in|undefined|\[object/, where);
      if (deletions() === 0) assert.equal(iamState(cloud), before, where);
      cloud.sandbox.faults.clear();
      for (let step = 0; step < 4; step += 1) cloud.sandbox.clock.tick();
      const again = await deleteNow();
      assert.equal(again.code, 0, `${where}: ${again.stderr}`);
    }
    checkEnd(where);
  }

  const stack = () => cloud.sandbox.state.account(account).stacks.at(-1);
  const deletions = () => stack()?.events.filter(({ physicalId, status }) => physicalId === stack()?.id && status === 'DELETE_IN_PROGRESS').length;

  function checkEnd(where: string): void {
    const { roles, oidcProviders } = cloud.sandbox.state.account(account);
    assert.equal(stack()?.status, 'DELETE_COMPLETE', where);
    assert.equal(deletions(), 1, `${where}: deleted once`);
    assert.deepEqual(roles, [], where);
    assert.deepEqual(oidcProviders.map(({ clientIds }) => clientIds), [['api://1462b192-27f7-4cb9-8523-0f4ecb54b47e']], `${where}: the provider of others`);
    assert.deepEqual(readdirSync(folder).filter((name) => name.includes('lease')), [], where);
  }
});
