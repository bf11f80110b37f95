import assert from 'node:assert/strict';
import { patiently } from '../../../src/app/patiently';
import type { ProblemCode } from '../../../src/core/model/problem';
import { err, ok, type Result } from '../../../src/core/model/result';

describe('patience', () => {
  const read = async (answers: readonly (ProblemCode | 'fine')[]) => {
    const slept: number[] = [];
    let asked = 0;
    const clock = { now: () => 0, sleep: async (milliseconds: number) => void slept.push(milliseconds) };
    const answer = async (): Promise<Result<string>> => {
      const code = answers[asked++] ?? 'fine';
      return code === 'fine' ? ok(code) : err({ code, message: code });
    };
    const result = await patiently(answer, { clock });
    return { outcome: result.ok ? result.value : result.error.code, asked, slept };
  };

  it('asks again what failed on the way, with growing pauses', async () => {
    const { outcome, asked, slept } = await read(['network', 'throttled']);
    assert.deepEqual([outcome, asked], ['fine', 3]);
    assert.deepEqual(slept, [...slept].sort((a, b) => a - b));
  });

  it('does not ask again what AWS refused', async () => {
    assert.deepEqual(await read(['accessDenied']), { outcome: 'accessDenied', asked: 1, slept: [] });
  });

  it('has an end', async () => {
    const { outcome, asked } = await read(Array.from({ length: 20 }, () => 'network' as const));
    assert.deepEqual([outcome, asked], ['network', 4]);
  });
});
