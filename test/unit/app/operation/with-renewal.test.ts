import assert from 'node:assert/strict';
import { withRenewal } from '../../../../src/app/operation/with-renewal';
import type { DeploymentPorts } from '../../../../src/app/ports';
import { err, ok } from '../../../../src/core/model/result';
import type { ProblemCode } from '../../../../src/core/model/problem';

/** Ports of an account, whose stack readings give these answers one after the other. */
function portsOf(accountId: string, answers: (ProblemCode | 'fine')[] = []): DeploymentPorts {
  const read = async () => {
    const answer = answers.shift() ?? 'fine';
    return answer === 'fine' ? ok(null) : err({ code: answer, message: `${accountId}: ${answer}` });
  };
  const port = { identity: { read: async () => ok({ accountId, arn: '', partition: 'aws' }) }, stacks: { read }, providers: {}, iam: {}, buckets: {}, drift: {}, authorization: {}, clock: {} };
  return { profile: `of-${accountId}`, region: 'us-east-1', ...port } as unknown as DeploymentPorts;
}

describe('renewing credentials', () => {
  const outcome = async (ports: DeploymentPorts) => {
    const read = await ports.stacks.read('a');
    return read.ok ? 'fine' : read.error.message;
  };

  it('does what was refused again with new clients, and goes on with them', async () => {
    const asked: string[] = [];
    const ports = withRenewal(portsOf('1', ['credentials', 'credentials']), async ({ message }) => (asked.push(message), portsOf('1')));
    await ports.identity.read();
    assert.equal(await outcome(ports), 'fine');
    assert.equal(await outcome(ports), 'fine');
    assert.deepEqual(asked, ['1: credentials']);
  });

  it('asks once for all that were refused together', async () => {
    let asked = 0;
    const ports = withRenewal(portsOf('1', ['credentials', 'credentials', 'credentials']), async () => (asked++, portsOf('1')));
    assert.deepEqual(await Promise.all([outcome(ports), outcome(ports), outcome(ports)]), ['fine', 'fine', 'fine']);
    assert.equal(asked, 1);
  });

  it('never goes on in another account, and says which', async () => {
    const asked: string[] = [];
    const fresh = [portsOf('2'), portsOf('1')];
    const ports = withRenewal(portsOf('1', ['credentials']), async ({ message }) => (asked.push(message), fresh.shift()));
    await ports.identity.read();
    assert.equal(await outcome(ports), 'fine');
    assert.deepEqual(asked, ['1: credentials', 'Profile of-2 is in account 2 now, but the operation runs in account 1.']);
  });

  it('gives the refusal when the user turns away, and asks nobody about other problems', async () => {
    let asked = 0;
    const ports = withRenewal(portsOf('1', ['credentials', 'accessDenied', 'network']), async () => (asked++, undefined));
    assert.equal(await outcome(ports), '1: credentials');
    assert.equal(await outcome(ports), '1: accessDenied');
    assert.equal(await outcome(ports), '1: network');
    assert.equal(asked, 1);
  });
});
