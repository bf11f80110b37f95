import { strict as assert } from 'node:assert';
import type { HealthState } from '../../src/core/model/health';
import { changeWords } from '../../src/extension/connectors/tell-changes';

describe('telling changes of health', () => {
  const told = (...states: readonly (readonly [string, HealthState])[]) => new Map(states.map(([name, state]) => [`/subscriptions/s/${name}`, { name, state }]));
  const before = told(['a', 'healthy'], ['b', 'unhealthy'], ['c', 'healthy']);

  it('is silent about what has not changed, and about what is seen for the first time', () => {
    assert.equal(changeWords(before, before), undefined);
    assert.equal(changeWords(before, told(['d', 'unhealthy'])), undefined);
  });

  it('names the first, and counts the others', () => {
    assert.equal(changeWords(before, told(['a', 'unhealthy'])), 'Defender for Cloud now says that connector a is unhealthy; it was healthy.');
    assert.equal(
      changeWords(before, told(['a', 'unhealthy'], ['b', 'healthy'], ['c', 'degraded'])),
      'Defender for Cloud now says that connector a is unhealthy; it was healthy. 2 other connectors have changed too.',
    );
  });
});
