import assert from 'node:assert/strict';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';

describe('sandbox identity', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  it('tells the account of the key', async () => {
    for (const { id } of sandbox.accounts) {
      const identity = await clientsOf(sandbox, { account: id }).sts.send(new GetCallerIdentityCommand({}));
      assert.equal(identity.Account, id);
      assert.equal(identity.Arn, `arn:aws:iam::${id}:user/sandbox`);
    }
  });

  it('refuses a key that it does not know', async () => {
    const { sts } = clientsOf(sandbox, { credentials: { accessKeyId: 'AKIANOBODY', secretAccessKey: 's' } });
    // Code and status: common errors of the query services.
    await assert.rejects(sts.send(new GetCallerIdentityCommand({})), refusal('InvalidClientTokenId', undefined, 403));
  });

  it('refuses a wrong secret', async () => {
    const [account] = sandbox.accounts;
    const { sts } = clientsOf(sandbox, { credentials: { accessKeyId: account?.accessKeyId ?? '', secretAccessKey: 'wrong' } });
    await assert.rejects(sts.send(new GetCallerIdentityCommand({})), refusal('SignatureDoesNotMatch', undefined, 403));
  });

  it('lets in whom the trust policy names, and nobody else', async () => {
    const trust = (principal: string, Condition = {}) => ({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', Condition }],
    });
    sandbox.seed.role('345678901234', { name: 'Open', trust: trust('arn:aws:iam::123456789012:root') });
    sandbox.seed.role('345678901234', {
      name: 'WithId', trust: trust('123456789012', { StringEquals: { 'sts:ExternalId': 'secret-id' } }),
    });
    const assume = (role: string, account = '123456789012', ExternalId?: string) =>
      clientsOf(sandbox, { account }).sts.send(
        new AssumeRoleCommand({ RoleArn: `arn:aws:iam::345678901234:role/${role}`, RoleSessionName: 'test', ExternalId }),
      );
    const { Credentials } = await assume('Open');
    const { sts } = clientsOf(sandbox, {
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      },
    });
    const identity = await sts.send(new GetCallerIdentityCommand({}));
    assert.equal(identity.Arn, 'arn:aws:sts::345678901234:assumed-role/Open/test');
    await assume('WithId', '123456789012', 'secret-id');

    for (const refused of [assume('Open', '210987654321'), assume('WithId'), assume('WithId', '123456789012', 'x'), assume('None')]) {
      await assert.rejects(refused, refusal('AccessDenied', /is not authorized to perform: sts:AssumeRole on resource/, 403));
    }
  });
});
