import assert from 'node:assert/strict';
import { chooseParameters } from '../../../../src/core/plan/choose-parameters';

const template = (defaults: Record<string, string | null>) => ({
  Parameters: Object.fromEntries(
    Object.entries(defaults).map(([key, preset]) => [key, { Type: 'String', ...(preset === null ? {} : { Default: preset }) }]),
  ),
});

describe('parameters of a deployment', () => {
  it('leaves all of a new stack to the defaults, but for what is decided', () => {
    const chosen = chooseParameters({ template: template({ Role: 'Cspm', Exists: 'false' }), previous: null, decided: { Exists: 'true' } });
    assert.deepEqual(chosen.choices, [{ key: 'Exists', value: 'true' }]);
    assert.deepEqual(chosen.values, { Role: 'Cspm', Exists: 'true' });
  });

  it('keeps what somebody gave to the stack', () => {
    const chosen = chooseParameters({
      template: template({ Role: 'Cspm' }),
      previous: { template: template({ Role: 'Cspm' }), values: { Role: 'Ours' } },
      decided: {},
    });
    assert.deepEqual(chosen.choices, [{ key: 'Role', keep: true }]);
    assert.deepEqual(chosen.kept, ['Role']);
    assert.equal(chosen.values['Role'], 'Ours');
  });

  it('follows the new template where the stack only had the old default', () => {
    const chosen = chooseParameters({
      template: template({ Role: 'Renamed' }),
      previous: { template: template({ Role: 'Cspm' }), values: { Role: 'Cspm' } },
      decided: {},
    });
    assert.deepEqual(chosen.choices, []);
    assert.equal(chosen.values['Role'], 'Renamed');
  });

  it('decides against what the stack has, where it has to', () => {
    const chosen = chooseParameters({
      template: template({ Exists: 'false' }),
      previous: { template: template({ Exists: 'false' }), values: { Exists: 'true' } },
      decided: { Exists: 'false' },
    });
    assert.deepEqual(chosen.choices, [{ key: 'Exists', value: 'false' }]);
    assert.deepEqual(chosen.kept, []);
  });

  it('keeps a hidden value, which reads as stars', () => {
    const hidden = { Parameters: { Secret: { Type: 'String', NoEcho: true, Default: '****' } } };
    const chosen = chooseParameters({ template: hidden, previous: { template: hidden, values: { Secret: '****' } }, decided: {} });
    assert.deepEqual(chosen.choices, [{ key: 'Secret', keep: true }]);
  });

  it('names what has no value at all', () => {
    assert.deepEqual(chooseParameters({ template: template({ Bucket: null }), previous: null, decided: {} }).missing, ['Bucket']);
  });
});
