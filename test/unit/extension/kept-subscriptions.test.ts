import assert from 'node:assert/strict';
import type { SubscriptionList } from '../../../src/app/azure/list-subscriptions';
import { err, ok, type Result } from '../../../src/core/model/result';
import { keptSubscriptions } from '../../../src/extension/azure/kept-subscriptions';

const list = (name: string): SubscriptionList => ({ tenants: [], subscriptions: [{ id: name, name, tenant: 't', state: 'Enabled' }], refused: [] });

describe('subscriptions that are read once for all who ask', () => {
  const answers: ((answer: Result<SubscriptionList>) => void)[] = [];
  const kept = () => keptSubscriptions(() => new Promise((resolve) => answers.push(resolve)));
  beforeEach(() => void answers.splice(0));

  it('come to the others when one turns away', async () => {
    const { read } = kept();
    const abort = new AbortController();
    const [one, other] = [read(abort.signal), read()];
    abort.abort();
    const turned = await one;
    assert.ok(!turned.ok && turned.error.code === 'cancelled');
    answers[0]?.(ok(list('a')));
    assert.deepEqual(await other, ok(list('a')));
    assert.equal(answers.length, 1);
  });

  it('are not begun by who has turned away already', async () => {
    const { read } = kept();
    assert.ok(!(await read(AbortSignal.abort())).ok);
    assert.equal(answers.length, 0);
  });

  it('are read again after a refusal, and after they are forgotten', async () => {
    const { read, forget } = kept();
    const refused = read();
    answers[0]?.(err({ code: 'network', message: 'No.' }));
    assert.ok(!(await refused).ok);
    const found = read();
    answers[1]?.(ok(list('a')));
    assert.ok((await found).ok && (await read()).ok);
    assert.equal(answers.length, 2);
    forget();
    void read();
    assert.equal(answers.length, 3);
  });
});
