import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/catalog/catalog';
import { allPreconditions, handPreconditions, precondition, preconditionPage, quotaFact } from '../../../../src/core/catalog/preconditions';
import { checks } from '../../../../src/core/verify/checks';

describe('what a verification looks at', () => {
  it('is the same in the data and in the checks', () => {
    assert.deepEqual(checks.map(({ id }) => id).sort(), allPreconditions.map(({ id }) => id).sort());
    assert.equal(new Set(checks.map(({ id }) => id)).size, checks.length);
  });

  it('is either checked or left to hands, and once', () => {
    const ids = [...allPreconditions, ...handPreconditions].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('names features that the catalog has', () => {
    const known = catalog.plans.flatMap(({ features }) => features.map(({ id }) => id));
    for (const { id, features } of [...allPreconditions, ...handPreconditions]) for (const feature of features ?? []) assert.ok(known.includes(feature), `${id}: ${feature}`);
  });

  it('has a page for everything', () => {
    for (const fact of [...allPreconditions, ...handPreconditions]) assert.match(preconditionPage(fact), /^https:\/\//, fact.id);
  });

  it('is a bug where it is not there', () => {
    assert.throws(() => precondition('no-such'), /no precondition no-such/);
    assert.throws(() => quotaFact('no-such'), /no quota no-such/);
  });
});
