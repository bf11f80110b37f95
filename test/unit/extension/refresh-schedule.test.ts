import assert from 'node:assert/strict';
import type { Problem } from '../../../src/core/model/problem';
import { nextPauseMs } from '../../../src/extension/connectors/refresh-schedule';

const minute = 60_000;
const refused: Problem = { code: 'throttled', message: 'Too many requests.' };

describe('the pause before the next look in the background', () => {
  it('is what the setting says while Azure answers', () => assert.equal(nextPauseMs(30 * minute, 0, undefined), 30 * minute));

  it('doubles with every refusal in a row, up to two hours', () => {
    assert.deepEqual([1, 2, 3, 20].map((refusals) => nextPauseMs(30 * minute, refusals, refused) / minute), [60, 120, 120, 120]);
  });

  it('is never shorter than the setting or than what Azure asks for', () => {
    assert.equal(nextPauseMs(300 * minute, 3, refused), 300 * minute);
    assert.equal(nextPauseMs(minute, 1, { ...refused, retryAfterSeconds: 3_600 }), 60 * minute);
  });
});
