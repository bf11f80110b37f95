import assert from 'node:assert/strict';
import { CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { ListRolesCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { startSandbox, type FaultRule, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';
import { onboarding } from './templates';

const identity = new GetCallerIdentityCommand({});

describe('sandbox faults', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  const strike = (rule: Partial<FaultRule> & Pick<FaultRule, 'do'>) => sandbox.faults.add({ match: 'sts\\.GetCallerIdentity', ...rule });
  const ask = (maxAttempts = 1) => clientsOf(sandbox, { maxAttempts }).sts.send(identity);
  const requests = () => sandbox.requests().length;

  const refusals: readonly [Pick<FaultRule, 'do'> & Partial<FaultRule>, (error: unknown) => true][] = [
    // Codes and texts: common errors of the query services.
    [{ do: 'throttle' }, refusal('Throttling', 'Rate exceeded', 400)],
    [{ do: 'expired' }, refusal('ExpiredToken', 'The security token included in the request is expired', 403)],
    [{ do: 'invalidToken' }, refusal('InvalidClientTokenId', undefined, 403)],
    // Text form: IAM User Guide, "Troubleshoot access denied error messages".
    [{ do: 'denied' }, refusal('AccessDenied', /^User: arn:aws:iam::123456789012:user\/sandbox is not authorized to perform: sts:GetCallerIdentity because/, 403)],
    [{ do: 'error' }, refusal('InternalFailure', undefined, 500)],
    [{ do: 'error', code: 'Odd', message: 'Something odd', status: 418 }, refusal('Odd', 'Something odd', 418)],
    // What the SDK makes of these: seen with the pinned version.
    [{ do: 'html' }, refusal('Unknown', undefined, 502)],
    [{ do: 'reset' }, refusal('TimeoutError', /ECONNRESET/)],
    [{ do: 'drop' }, refusal('TimeoutError', /socket hang up/)],
  ];
  for (const [rule, check] of refusals) {
    it(`${Object.values(rule).join(' ')}: strikes until it is cleared`, async () => {
      strike(rule);
      await assert.rejects(ask(), check);
      await assert.rejects(ask(), check);
      sandbox.faults.clear();
      await ask();
    });
  }

  it('is got over by the retries of the SDK where AWS means it to be', async () => {
    for (const fault of ['error', 'html', 'reset', 'drop', 'truncate', 'clockSkew'] as const) {
      const before = requests();
      strike({ do: fault, times: 1 });
      assert.equal((await ask(3)).Account, '123456789012', fault);
      assert.equal(requests() - before, 2, fault);
    }
  });

  it('hangs until the caller gives up', async () => {
    strike({ do: 'hang' });
    const { accessKeyId = '', secretAccessKey = '' } = sandbox.accounts[0] ?? {};
    const client = new STSClient({
      endpoint: sandbox.endpoint, ignoreConfiguredEndpointUrls: true, region: sandbox.region, maxAttempts: 1, credentials: { accessKeyId, secretAccessKey },
      requestHandler: { requestTimeout: 60, throwOnRequestTimeout: true },
    });
    await assert.rejects(client.send(identity), { name: 'TimeoutError' });
    assert.equal(sandbox.requests().at(-1)?.status, undefined);
  });

  it('waits before it answers', async () => {
    strike({ do: 'slow', delayMs: 80 });
    const start = Date.now();
    await ask();
    assert.ok(Date.now() - start >= 75);
  });

  it('counts: so many times, after so many, every nth', async () => {
    strike({ do: 'throttle', skip: 1, every: 2, times: 2 });
    const seen: string[] = [];
    for (let call = 0; call < 7; call++) seen.push(await ask().then(() => 'ok', ({ name }: Error) => name));
    assert.deepEqual(seen, ['ok', 'Throttling', 'ok', 'Throttling', 'ok', 'ok', 'ok']);
  });

  it('strikes only what the rule names', async () => {
    sandbox.faults.add({ match: 'iam\\..*', do: 'throttle' });
    await ask();
    await assert.rejects(clientsOf(sandbox).iam.send(new ListRolesCommand({})), refusal('Throttling'));
  });

  it('speaks as S3 does', async () => {
    sandbox.faults.add({ match: 's3\\..*', do: 'throttle', times: 1 });
    const { s3 } = clientsOf(sandbox);
    // Code, text and status: S3 API reference, "Error responses".
    await assert.rejects(s3.send(new ListBucketsCommand({})), refusal('SlowDown', 'Please reduce your request rate.', 503));
  });

  it('carries out what it does not answer', async () => {
    sandbox.faults.add({ match: 'cloudformation\\.CreateStack', do: 'lostAnswer' });
    const { cloudFormation } = clientsOf(sandbox);
    const command = new CreateStackCommand({ StackName: 'mdc', TemplateBody: onboarding, Capabilities: ['CAPABILITY_NAMED_IAM'] });
    await assert.rejects(cloudFormation.send(command), { code: 'ECONNRESET' });
    assert.equal(sandbox.state.stack('123456789012', 'mdc')?.status, 'CREATE_IN_PROGRESS');
  });

  it('is set and cleared over HTTP too', async () => {
    const control = (path: string, init?: RequestInit) => fetch(`${sandbox.endpoint}/__sandbox/${path}`, init);
    const added = await control('faults', { method: 'POST', body: JSON.stringify({ match: 'sts\\..*', do: 'expired' }) });
    assert.equal(added.status, 200);
    await assert.rejects(ask(), refusal('ExpiredToken'));
    await control('faults', { method: 'DELETE' });
    await ask();
    for (const body of ['nonsense', '{"do":"throttle"}', '{"match":"a","do":"explode"}', '{"match":"(","do":"throttle"}']) {
      assert.equal((await control('faults', { method: 'POST', body })).status, 400, body);
    }
  });

  it('logs what was asked, by whom, without secrets', async () => {
    strike({ do: 'denied', times: 1 });
    await assert.rejects(ask());
    await ask();
    const log: unknown = await (await fetch(`${sandbox.endpoint}/__sandbox/requests`)).json();
    const [first, second] = (log as Record<string, unknown>[]).map(({ time: _time, ...rest }) => rest);
    const who = { operation: 'sts.GetCallerIdentity', accessKeyId: 'AKIASANDBOXSINGLE001', account: '123456789012', region: 'us-east-1' };
    assert.deepEqual(first, { ...who, fault: 'denied', status: 403, errorCode: 'AccessDenied' });
    assert.deepEqual(second, { ...who, status: 200 });
    assert.ok(!JSON.stringify(log).includes('secret'));
  });
});
