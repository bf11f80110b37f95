import { strict as assert } from 'node:assert';
import { changeWords } from '../../src/extension/connectors/tell-changes';

describe('telling changes of health', () => {
  const before = new Map([['a', 'healthy'], ['b', 'unhealthy'], ['c', 'healthy']]);

  it('is silent about what has not changed, and about what is seen for the first time', () => {
    assert.equal(changeWords(before, before), undefined);
    assert.equal(changeWords(before, new Map([['d', 'unhealthy']])), undefined);
  });

  it('names the first, and counts the others', () => {
    assert.equal(changeWords(before, new Map([['a', 'unhealthy']])), 'Defender for Cloud now says that connector a is unhealthy; it was healthy.');
    assert.equal(
      changeWords(before, new Map([['a', 'unhealthy'], ['b', 'healthy'], ['c', 'degraded']])),
      'Defender for Cloud now says that connector a is unhealthy; it was healthy. 2 other connectors have changed too.',
    );
  });
});
