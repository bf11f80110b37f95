import assert from 'node:assert/strict';
import { nextRestartDelay } from '../../../src/extension/language/restart-delays';

describe('restarting a server that stopped', () => {
  it('waits longer each time, and gives up after four in a row', () => {
    const crashes = [0, 1_000, 4_000, 20_000, 60_000];
    assert.deepEqual(crashes.map((_, index) => nextRestartDelay(crashes.slice(0, index + 1))), [500, 2_000, 8_000, 30_000, undefined]);
  });

  it('begins again after five calm minutes', () => {
    assert.equal(nextRestartDelay([0, 1_000, 2_000, 400_000]), 500);
  });
});
