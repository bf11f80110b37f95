import assert from 'node:assert/strict';
import { account, problemOf, startCloud, valueOf, type Cloud } from './cloud';
import { clientFor, faultKinds, secret, type FaultKind } from './fault-kinds';
import { iamState } from './iam-state';
import { journeys, providerOfOthers, type Journey } from './journeys';

describe('each fault at each call', function () {
  this.timeout(60_000);
  /** All that was told to anybody, in any way. */
  const told: string[] = [];
  const calls = new Map<Journey['name'], readonly string[]>();

  before(async () => {
    for (const journey of journeys) calls.set(journey.name, await callsOf(journey));
  });

  it('meets every call that is made', () => {
    assert.deepEqual(
      [...calls].map(([name, made]) => [name, made.includes('cloudformation.ExecuteChangeSet'), made.length >= 13]),
      [['create', true, true], ['update', true, true], ['import', true, true]],
    );
  });

  for (const journey of journeys) {
    for (const kind of faultKinds)
      it(`${journey.name}: ${kind} ends in the right state or in one clear problem, and nothing is done twice`, async () => {
        for (const operation of calls.get(journey.name) ?? []) told.push(await strike(journey, { kind, times: 1 }, operation));
      });
    for (const kind of ['denied', 'reset'] as const)
      it(`${journey.name}: ${kind} for good ends the same way, and goes on when it is over`, async () => {
        for (const operation of calls.get(journey.name) ?? []) told.push(await strike(journey, { kind, times: 99 }, operation));
      });
  }

  it('tells nobody a secret: no check, no progress, no outcome and no problem holds one', () => {
    assert.ok(told.join('').length > 100_000);
    assert.deepEqual(told.filter((text) => secret.test(text)), []);
  });
});

/** Names of the calls of an undisturbed journey. */
async function callsOf(journey: Journey): Promise<readonly string[]> {
  const cloud = await begin(journey);
  try {
    const skip = cloud.sandbox.requests().length;
    valueOf(await journey.start()(cloud.ports()));
    return [...new Set(cloud.sandbox.requests().slice(skip).map(({ operation }) => operation))];
  } finally {
    await cloud.stop();
  }
}

async function begin(journey: Journey): Promise<Cloud> {
  const cloud = await startCloud({ stepsPerPause: 4 });
  providerOfOthers(cloud);
  await journey.prepare(cloud);
  return cloud;
}

interface Fault {
  readonly kind: FaultKind;
  readonly times: number;
}

async function strike(journey: Journey, { kind, times }: Fault, operation: string): Promise<string> {
  const cloud = await begin(journey);
  const told: unknown[] = [];
  const tell = { onCheck: (check: unknown) => told.push(check), report: (progress: unknown) => told.push(progress) };
  try {
    const began = iamState(cloud);
    const skip = cloud.sandbox.requests().length;
    cloud.sandbox.faults.add({ match: operation.replace('.', '\\.'), do: kind, times });
    const go = journey.start();
    const first = await go(cloud.ports(clientFor(kind)), tell);
    told.push(first);
    const made = cloud.sandbox.requests().slice(skip);
    assert.ok(made.some(({ fault }) => fault === kind), `${kind} struck ${operation}`);
    if (!first.ok) {
      const { message, action } = problemOf(first);
      assert.match(message, /^[A-Z].*[.:]( .*)?$/s, `${kind} at ${operation}`);
      assert.ok(action, `${kind} at ${operation} says what to do`);
      const sent = made.some(({ operation: each, status, fault }) => /\.ExecuteChangeSet$/.test(each) && (status === 200 || fault === 'lostAnswer'));
      if (!sent) assert.equal(iamState(cloud), began, `${kind} at ${operation}: nothing was sent, nothing may have changed`);
      cloud.sandbox.faults.clear();
      // Whoever tries again is some seconds later.
      for (let step = 0; step < 4; step += 1) cloud.sandbox.clock.tick();
      assert.match(valueOf(await go(cloud.ports())).result, /succeeded|unchanged/, `after ${kind} at ${operation}`);
    } else assert.match(first.value.result, /succeeded|unchanged/, `${kind} at ${operation}`);
    checkEnd(cloud, journey, `${kind} at ${operation}`);
    return JSON.stringify(told);
  } finally {
    await cloud.stop();
  }
}

function checkEnd(cloud: Cloud, journey: Journey, where: string): void {
  const { stacks, roles, oidcProviders } = cloud.sandbox.state.account(account);
  const standing = stacks.filter(({ deleted }) => !deleted);
  assert.equal(standing.length, 1, where);
  const [stack] = standing;
  assert.equal(stack?.status, journey.stackStatus, where);
  const begun = (status: string) => stack?.events.filter((event) => event.physicalId === stack.id && event.status === status).length;
  assert.equal(begun('CREATE_IN_PROGRESS'), journey.name === 'import' ? 0 : 1, `${where}: created once`);
  assert.equal(begun('IMPORT_IN_PROGRESS'), journey.name === 'import' ? 1 : 0, `${where}: imported once`);
  assert.equal(begun('UPDATE_IN_PROGRESS'), journey.name === 'update' ? 1 : 0, `${where}: updated once`);
  assert.deepEqual(roles.map(({ name }) => name).sort(), journey.roles, where);
  assert.deepEqual(oidcProviders.map(({ clientIds }) => clientIds), [['api://1462b192-27f7-4cb9-8523-0f4ecb54b47e']], `${where}: the provider of others`);
  assert.ok((stack?.changeSets.length ?? 0) <= 1, `${where}: no change set is left over`);
}
