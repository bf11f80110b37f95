import assert from 'node:assert/strict';
import { accountIdsIn } from '../../../../src/core/onboarding/account-ids';
import { answerAt, withAnswer } from '../../../../src/core/onboarding/answers';
import { tagsIn, tagsText } from '../../../../src/core/onboarding/tag-list';

describe('answers', () => {
  it('turn a switch into a group for an option, and into a switch again without it', () => {
    const on = { plans: { servers: { tier: 'P2', arcAutoProvisioning: true } } };
    const proxied = withAnswer(on, 'plans.servers.arcAutoProvisioning.proxy', 'http://p');
    assert.deepEqual(answerAt(proxied, 'plans.servers.arcAutoProvisioning'), { proxy: 'http://p' });
    assert.deepEqual(withAnswer(proxied, 'plans.servers.arcAutoProvisioning.proxy', undefined), on);
  });

  it('keep a plan that has no settings, and drop a group that is empty', () => {
    assert.deepEqual(withAnswer({ plans: { containers: { sensor: true } } }, 'plans.containers.sensor', undefined), { plans: { containers: {} } });
    assert.deepEqual(withAnswer({ name: 'a', roles: { cspmMonitor: 'x' } }, 'roles.cspmMonitor', undefined), { name: 'a' });
  });

  it('do not reach into what objects inherit', () => {
    assert.equal(answerAt({}, 'constructor.name'), undefined);
  });
});

describe('pasted account ids', () => {
  const cases: readonly [pasted: string, ids: readonly string[]][] = [
    ['', []],
    ['123456789012', ['123456789012']],
    ['123456789012, 210987654321\n345678901234;', ['123456789012', '210987654321', '345678901234']],
    ['["123456789012",\t"210987654321"]', ['123456789012', '210987654321']],
    ['1234-5678-9012 and 2109 8765 4321', ['123456789012', 'and', '210987654321']],
    ['- "123456789012"\n- "210987654321"\n', ['123456789012', '210987654321']],
    ['123456789012 123456789012', ['123456789012', '123456789012']],
    ['\u200b123456789012\u00a0', ['123456789012']],
  ];
  for (const [pasted, ids] of cases) it(`are found in ${JSON.stringify(pasted)}`, () => assert.deepEqual(accountIdsIn(pasted), ids));
});

describe('tags', () => {
  it('are read as they are written', () => {
    const tags = { team: 'lab', stage: '', 'a=b': '' };
    assert.deepEqual(tagsIn(tagsText({ team: 'lab', stage: '' })), { team: 'lab', stage: '' });
    assert.deepEqual(tagsIn('team = lab ,,stage'), { team: 'lab', stage: '' });
    assert.equal(tagsText(tags).includes('team=lab'), true);
  });
});
