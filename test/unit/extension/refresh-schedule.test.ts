import assert from 'node:assert/strict';
import { nextPauseMs } from '../../../src/extension/platform/refresh-schedule';

const refused = { code: 'throttled', message: 'No.' } as const;
const minutes = (count: number) => count * 60_000;

describe('the pause between two looks at health', () => {
  it('grows with each refusal up to an hour, and is as it was after an answer', () => {
    let pause: number | undefined;
    const seen: number[] = [];
    for (const problem of [undefined, refused, refused, refused, refused, undefined]) seen.push((pause = nextPauseMs(pause, problem)));
    assert.deepEqual(seen, [10, 20, 40, 60, 60, 10].map(minutes));
  });
});
