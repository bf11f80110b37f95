import assert from 'node:assert/strict';
import { loadOnce } from '../../../src/extension/platform/load-once';

describe('loading once', () => {
  it('loads when first asked, for all who ask', async () => {
    let loads = 0;
    const once = loadOnce(async () => ++loads);
    assert.equal(once.begun, undefined);
    assert.deepEqual(await Promise.all([once.load(), once.load()]), [1, 1]);
    assert.equal(await once.load(), 1);
    assert.equal(await once.begun, 1);
  });

  it('tells all who wait of a failure, and begins anew for the next', async () => {
    let loads = 0;
    const once = loadOnce(async () => {
      loads += 1;
      if (loads === 1) throw new Error('not there yet');
      return loads;
    });
    const waiting = [once.load(), once.load()];
    for (const each of waiting) await assert.rejects(each, /not there yet/);
    assert.equal(once.begun, undefined);
    assert.equal(await once.load(), 2);
    assert.equal(await once.load(), 2);
  });
});
