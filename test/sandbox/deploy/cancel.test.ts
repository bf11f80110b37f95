import assert from 'node:assert/strict';
import type { ExecutionControl } from '../../../src/app/control';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { account, problemOf, requestFor, roleResource, startCloud, template, valueOf, type Cloud } from './cloud';

describe('cancelling a deployment', function () {
  this.timeout(20_000);

  let cloud: Cloud;
  beforeEach(async () => void (cloud = await startCloud()));
  afterEach(() => cloud.stop());

  const preview = async (body: object = template()) => valueOf(await previewDeployment(cloud.ports(), requestFor({ ...body })));
  const states = () => cloud.sandbox.state.stack(account, 'defender');

  /** Fires the signal when the operation has shown this many events. */
  function cancelAfter(events: number, onCancel?: ExecutionControl['onCancel']): ExecutionControl {
    const controller = new AbortController();
    let seen = 0;
    return {
      signal: controller.signal,
      ...(onCancel ? { onCancel } : {}),
      report(progress) {
        seen += progress.events.length;
        if (seen >= events) controller.abort();
      },
    };
  }

  it('takes a preview back that is being made', async () => {
    const ports = cloud.ports();
    const controller = new AbortController();
    const impatient = { ...ports, clock: { ...ports.clock, sleep: async () => controller.abort() } };
    const problem = problemOf(await previewDeployment(impatient, requestFor(template()), { signal: controller.signal }));
    assert.equal(problem.code, 'cancelled');
    cloud.sandbox.clock.runAll();
    assert.equal(states()?.status, 'DELETE_COMPLETE');
  });

  it('changes nothing when it comes before the deployment', async () => {
    const plan = await preview();
    assert.equal(problemOf(await executeDeployment(cloud.ports(), plan, { signal: AbortSignal.abort() })).code, 'cancelled');
    assert.equal(states()?.status, 'REVIEW_IN_PROGRESS');
  });

  it('changes nothing when it comes at the last moment', async () => {
    const plan = await preview();
    const ports = cloud.ports();
    const controller = new AbortController();
    const eventsSince: typeof ports.stacks.eventsSince = async (...question) => {
      const events = await ports.stacks.eventsSince(...question);
      controller.abort();
      return events;
    };
    const late = { ...ports, stacks: { ...ports.stacks, eventsSince } };
    assert.equal(problemOf(await executeDeployment(late, plan, { signal: controller.signal })).code, 'cancelled');
    assert.equal(states()?.status, 'REVIEW_IN_PROGRESS');
  });

  it('ends a reading that hangs', async () => {
    const plan = await preview();
    const controller = new AbortController();
    cloud.sandbox.faults.add({ match: 'cloudformation.DescribeStackEvents', do: 'hang', skip: 2, times: 1 });
    setTimeout(() => controller.abort(), 1_000);
    const ports = cloud.ports({ timeout: 60_000, attempts: 1 });
    const outcome = valueOf(await executeDeployment(ports, plan, { signal: controller.signal }));
    assert.equal(outcome.result, 'cancelled');
  });

  for (const onCancel of [undefined, 'rollBack'] as const)
    it(`lets a creation go and says that it goes on (${onCancel ?? 'leave'})`, async () => {
      const outcome = valueOf(await executeDeployment(cloud.ports(), await preview(), cancelAfter(2, onCancel)));
      assert.equal(outcome.result, 'cancelled');
      assert.match(outcome.summary, /AWS goes on to create stack defender .*delete the stack/);
      cloud.sandbox.clock.runAll();
      assert.equal(states()?.status, 'CREATE_COMPLETE');
    });

  it('rolls an update back when asked to', async () => {
    valueOf(await executeDeployment(cloud.ports(), await preview()));
    const plan = await preview(template({ more: { Second: roleResource('Second'), Third: { ...roleResource('Third'), DependsOn: 'Second' } } }));
    const outcome = valueOf(await executeDeployment(cloud.ports(), plan, cancelAfter(2, 'rollBack')));
    assert.deepEqual([outcome.result, outcome.stackStatus], ['cancelled', 'UPDATE_ROLLBACK_COMPLETE']);
    assert.match(outcome.summary, /^Cancelled: .* is back to what it was\.$/);
    assert.equal(cloud.sandbox.state.role(account, 'Second'), undefined);
  });

  it('leaves an update running otherwise', async () => {
    valueOf(await executeDeployment(cloud.ports(), await preview()));
    const plan = await preview(template({ more: { Second: roleResource('Second') } }));
    const outcome = valueOf(await executeDeployment(cloud.ports(), plan, cancelAfter(1)));
    assert.match(outcome.summary, /not stopped: AWS goes on to update/);
    cloud.sandbox.clock.runAll();
    assert.equal(states()?.status, 'UPDATE_COMPLETE');
  });

  it('tells of the end that came first', async () => {
    const plan = await preview();
    const controller = new AbortController();
    const control: ExecutionControl = {
      signal: controller.signal,
      report: ({ stackStatus }) => void (stackStatus === 'CREATE_COMPLETE' && controller.abort()),
    };
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan, control)).result, 'succeeded');
  });
});
