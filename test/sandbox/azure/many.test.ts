import assert from 'node:assert/strict';
import { readMany } from './many-connectors';

describe('10,000 connectors of 50 subscriptions', function () {
  this.timeout(120_000);

  it('are read with their health in at most 60 calls, hold at most 40 MB, and leave the thread to others', async () => {
    const { connectors, reports, calls, heldBytes, longestBlockMs } = await readMany();
    assert.deepEqual([connectors, reports], [10_000, 10_000]);
    assert.ok(calls <= 60, `${calls} calls a refresh`);
    assert.ok(heldBytes <= 40e6, `${Math.round(heldBytes / 1e6)} MB`);
    assert.ok(longestBlockMs <= 16, `nothing else was done for ${Math.round(longestBlockMs)} ms`);
  });
});
