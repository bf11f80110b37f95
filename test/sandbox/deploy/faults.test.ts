import assert from 'node:assert/strict';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import type { FaultRule } from '../../../sandbox/start-sandbox';
import { account, connector, problemOf, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';

describe('deploying through trouble', function () {
  this.timeout(20_000);

  let cloud: Cloud;
  beforeEach(async () => void (cloud = await startCloud()));
  afterEach(() => cloud.stop());

  const sent = (operation: string) =>
    cloud.sandbox.requests().filter((request) => request.operation === `cloudformation.${operation}` && !request.errorCode).length;
  const fault = (operation: string, kind: FaultRule['do'], more: Partial<FaultRule> = {}) =>
    cloud.sandbox.faults.add({ match: `.*\\.${operation}`, do: kind, times: 1, ...more });
  const preview = (options = {}) => previewDeployment(cloud.ports(options), requestFor(template()));

  it('stops at a profile of another account, naming both', async () => {
    const problem = problemOf(await preview({ profile: 'sandbox-other' }));
    assert.equal(problem.code, 'wrongAccount');
    assert.equal(problem.message, `Profile sandbox-other is in account 345678901234, but the connector is for ${account}.`);
    assert.deepEqual(cloud.sandbox.requests().map(({ operation }) => operation), ['sts.GetCallerIdentity']);
  });

  it('stops when the profile has changed account between preview and deployment', async () => {
    const plan = valueOf(await preview());
    const problem = problemOf(await executeDeployment(cloud.ports({ profile: 'sandbox-other' }), plan));
    assert.equal(problem.code, 'wrongAccount');
    assert.equal(sent('ExecuteChangeSet'), 0);
  });

  it('says which permission is lacking', async () => {
    fault('CreateChangeSet', 'denied');
    const problem = problemOf(await preview());
    assert.equal(problem.code, 'accessDenied');
    assert.match(problem.message, /it lacks cloudformation:CreateChangeSet/);
  });

  it('never tries a create where it may not look', async () => {
    fault('ListOpenIDConnectProviders', 'denied');
    assert.equal(problemOf(await preview()).code, 'accessDenied');
    assert.equal(sent('CreateChangeSet'), 0);
  });

  it('says what to do about an expired token and a wrong key', async () => {
    fault('GetCallerIdentity', 'expired');
    assert.match(problemOf(await preview()).message, /session of profile sandbox-single has expired/);
    cloud.sandbox.faults.clear();
    fault('GetCallerIdentity', 'invalidToken');
    assert.match(problemOf(await preview()).message, /does not accept the access key/);
  });

  for (const operation of ['CreateChangeSet', 'ExecuteChangeSet'])
    for (const attempts of [1, 2])
      it(`finds its own ${operation} when the answer is lost (${attempts} attempts)`, async () => {
        fault(operation, 'lostAnswer');
        const plan = valueOf(await preview({ attempts }));
        const outcome = valueOf(await executeDeployment(cloud.ports({ attempts }), plan));
        assert.equal(outcome.result, 'succeeded');
        assert.equal(cloud.sandbox.state.stack(account, 'defender')?.changeSets.length, 1);
        assert.equal(cloud.sandbox.state.account(account).stacks.length, 1);
      });

  it('takes "already exists" for its own change set, and "cannot be executed" for its own execution', async () => {
    fault('CreateChangeSet', 'lostAnswer');
    fault('CreateChangeSet', 'error', { skip: 1, code: 'AlreadyExistsException', message: 'ChangeSet exists', status: 400 });
    fault('ExecuteChangeSet', 'lostAnswer');
    fault('ExecuteChangeSet', 'error', { skip: 1, code: 'InvalidChangeSetStatus', message: 'cannot be executed', status: 400 });
    const outcome = valueOf(await executeDeployment(cloud.ports(), valueOf(await preview())));
    assert.equal(outcome.result, 'succeeded');
  });

  for (const kind of ['reset', 'drop', 'truncate', 'html', 'clockSkew', 'throttle'] as const)
    it(`gets over ${kind} at every step`, async () => {
      cloud.sandbox.faults.add({ match: '.*', do: kind, every: 4, times: 6 });
      const plan = valueOf(await preview({ attempts: 4 }));
      const outcome = valueOf(await executeDeployment(cloud.ports({ attempts: 4 }), plan));
      assert.equal(outcome.result, 'succeeded');
      assert.equal(cloud.sandbox.state.account(account).stacks.length, 1);
    });

  it('goes on following after AWS was out of reach for a while', async () => {
    const plan = valueOf(await preview());
    fault('DescribeStackEvents', 'reset', { skip: 2, times: 4 });
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded');
  });

  it('ends with a problem when AWS stays away, and changes nothing', async () => {
    const plan = valueOf(await preview());
    for (const [kind, code] of [['throttle', 'throttled'], ['html', 'network'], ['hang', 'network']] as const) {
      cloud.sandbox.faults.add({ match: '.*\\.GetCallerIdentity', do: kind });
      assert.equal(problemOf(await executeDeployment(cloud.ports({ attempts: 1, timeout: 100 }), plan)).code, code);
      cloud.sandbox.faults.clear();
    }
    assert.equal(sent('ExecuteChangeSet'), 0);
  });

  it('does not claim that nothing has begun when AWS fell silent at the wrong moment', async () => {
    const plan = valueOf(await preview());
    fault('ExecuteChangeSet', 'reset', { times: 99 });
    const problem = problemOf(await executeDeployment(cloud.ports({ attempts: 1 }), plan));
    assert.equal(problem.code, 'network');
    assert.match(problem.action ?? '', /may have begun all the same/);
    cloud.sandbox.faults.clear();
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded', 'and the same preview still works');
  });

  it('picks an operation up that expired credentials have cut off', async () => {
    const plan = valueOf(await preview());
    fault('DescribeStackEvents', 'expired', { skip: 2 });
    const problem = problemOf(await executeDeployment(cloud.ports(), plan));
    assert.equal(problem.code, 'credentials');
    assert.match(problem.message, /goes on in AWS/);
    const seen: string[] = [];
    const outcome = valueOf(
      await executeDeployment(cloud.ports(), plan, { report: ({ events }) => seen.push(...events.map(({ status }) => status)) }),
    );
    assert.equal(outcome.result, 'succeeded');
    assert.equal(seen[0], 'CREATE_IN_PROGRESS', 'from the first event of the operation');
    assert.equal(sent('ExecuteChangeSet'), 1);
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded', 'and once more after its end');
    assert.equal(sent('ExecuteChangeSet'), 1);
  });

  it('explains a stack that is busy', async () => {
    const plan = valueOf(await preview());
    const stack = cloud.sandbox.state.stack(account, 'defender');
    const ports = cloud.ports();
    valueOf(await ports.stacks.executeChangeSet({ stack: plan.stackId ?? '', changeSet: plan.changeSetId ?? '' }, 'someone'));
    assert.equal(stack?.status, 'CREATE_IN_PROGRESS');
    const problem = problemOf(await preview());
    assert.equal(problem.code, 'stackState');
    assert.match(problem.action ?? '', /Wait/);
  });

  it('leaves nothing behind when the change set fails', async () => {
    const body = template();
    const broken = { ...body, Parameters: { ...body.Parameters, RoleName: { ...body.Parameters.RoleName, AllowedPattern: '[0-9]+' } } };
    const problem = problemOf(await previewDeployment(cloud.ports(), requestFor(broken)));
    assert.match(problem.code, /invalidInput|service/);
    assert.equal(cloud.sandbox.state.account(account).stacks.filter(({ deleted }) => !deleted).length, 0);
  });

  it('says so when a region is refused or a template too large', async () => {
    const { deployment } = connector;
    const plan = valueOf(await previewDeployment(cloud.ports(), requestFor(template(), { deployment: { ...deployment, region: 'eu-west-1' } })));
    assert.match(plan.notes.join(), /connector file says region eu-west-1; this goes to us-east-1/);
    assert.equal(problemOf(await executeDeployment(cloud.ports({ region: 'eu-west-1' }), plan)).code, 'invalidInput');
    const large = { ...template(), Description: 'x'.repeat(60_000) };
    assert.match(problemOf(await previewDeployment(cloud.ports(), requestFor(large))).action ?? '', /S3/);
  });
});
