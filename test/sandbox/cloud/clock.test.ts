import assert from 'node:assert/strict';
import { createClock } from '../../../sandbox/clock';
import { startSandbox } from '../../../sandbox/start-sandbox';
import { driveStacks } from './stack-driver';
import { onboarding, roleTemplate } from './templates';

function* process(name: string, seen: string[]) {
  for (const step of [1, 2, 3]) {
    seen.push(`${name}${step}`);
    if (step < 3) yield;
  }
}

/** Waits at most a second and a half. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 1500; !(await holds()); ) {
    assert.ok(Date.now() < end, 'It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('sandbox clock', () => {
  it('by hand: makes one transition a tick, in turn, and says when there is none left', () => {
    const clock = createClock('manual');
    const seen: string[] = [];
    clock.start(process('a', seen));
    clock.start(process('b', seen));
    assert.deepEqual(seen, []);
    for (let ticks = 0; ticks < 6; ticks++) assert.equal(clock.tick(), true);
    assert.deepEqual(seen, ['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
    assert.equal(clock.tick(), false);
  });

  it('by time: goes on by itself, all at once, until it is stopped', async () => {
    const clock = createClock({ msPerStep: 5 });
    const seen: string[] = [];
    clock.start(process('a', seen));
    clock.start(process('b', seen));
    assert.deepEqual(seen, []);
    await until(() => seen.length === 6);
    clock.start(process('c', seen));
    clock.stop();
    await new Promise((resolve) => setTimeout(resolve, 25));
    assert.equal(seen.length, 6);
  });

  it('runs several stacks to their end without a delay', async () => {
    const sandbox = await startSandbox({ clock: { msPerStep: 0 } });
    try {
      const { create, status } = driveStacks(sandbox);
      await Promise.all([create(onboarding, { StackName: 'one' }), create(roleTemplate(), { StackName: 'two' })]);
      for (const name of ['one', 'two']) {
        await until(async () => (await status(name)) === 'CREATE_COMPLETE');
      }
    } finally {
      await sandbox.stop();
    }
  });
});
