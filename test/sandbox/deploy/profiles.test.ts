import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAwsPorts, environmentProfile } from '../../../src/adapters/aws';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';
import { account, problemOf, valueOf } from './cloud';
import { watchLookups } from './watch-lookups';

const region = 'us-east-1';

/** Two clouds side by side: what belongs to one must never be seen by the other. */
describe('credentials of a profile', function () {
  this.timeout(20_000);

  let mine: Sandbox;
  let theirs: Sandbox;
  let restore = () => {};
  beforeEach(async () => {
    [mine, theirs] = [await startSandbox(), await startSandbox()];
  });
  afterEach(async () => {
    restore();
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  const keys = (index: number) => {
    const { accessKeyId = '', secretAccessKey = '' } = mine.accounts[index] ?? {};
    return `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
  };
  const identity = (profile: string, options = {}) => createAwsPorts({ profile, region, attempts: 1, ...options }).identity.read();
  const both = (chosen: string) => `[profile mine]\n${keys(0)}${chosen}\n[profile theirs]\n${keys(1)}endpoint_url = ${theirs.endpoint}\n`;

  it('go to its own endpoint, whatever AWS_PROFILE says', async () => {
    restore = useAwsFiles({ config: both(`endpoint_url = ${mine.endpoint}`), environment: { AWS_PROFILE: 'theirs' } });
    const ports = createAwsPorts({ profile: 'mine', region, attempts: 1 });
    assert.equal(valueOf(await ports.identity.read()).accountId, account);
    valueOf(await ports.stacks.read('defender'));
    valueOf(await ports.providers.find('https://example.invalid/'));
    valueOf(await ports.iam.accountSummary());
    valueOf(await ports.buckets.list());
    assert.deepEqual(mine.requests().map(({ operation }) => operation.split('.')[0]), ['sts', 'cloudformation', 'iam', 'iam', 's3']);
    assert.deepEqual(theirs.requests(), []);
  });

  it('go to its own endpoint, whatever [default] says', async () => {
    restore = useAwsFiles({ config: `[default]\n${keys(1)}endpoint_url = ${theirs.endpoint}\n${both(`endpoint_url = ${mine.endpoint}`)}` });
    assert.equal(valueOf(await identity('mine')).accountId, account);
    assert.deepEqual(theirs.requests(), []);
  });

  it('go to the endpoint of its services section', async () => {
    const services = `[services local]\nsts =\n  endpoint_url = ${mine.endpoint}\n`;
    restore = useAwsFiles({ config: `${both(`services = local\nendpoint_url = ${theirs.endpoint}`)}${services}`, environment: { AWS_PROFILE: 'theirs' } });
    assert.equal(valueOf(await identity('mine')).accountId, account);
    assert.deepEqual(theirs.requests(), []);
  });

  it('go where AWS_ENDPOINT_URL says, as that is said for all profiles', async () => {
    restore = useAwsFiles({ config: both(`endpoint_url = ${theirs.endpoint}`), environment: { AWS_ENDPOINT_URL: mine.endpoint } });
    assert.equal(valueOf(await identity('mine')).accountId, account);
    assert.deepEqual(theirs.requests(), []);
  });

  it('go to AWS itself when it has no endpoint, even where AWS_PROFILE and [default] have one', async () => {
    restore = useAwsFiles({
      config: `[default]\n${keys(1)}endpoint_url = ${theirs.endpoint}\n${both('')}${roleOf('')}`,
      environment: { AWS_PROFILE: 'theirs', AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00000', AWS_SECRET_ACCESS_KEY: 's' },
    });
    const lookups = watchLookups();
    try {
      for (const profile of ['mine', 'role', environmentProfile]) {
        const ports = createAwsPorts({ profile, region, attempts: 1 });
        for (const ask of [ports.identity.read(), ports.stacks.read('a'), ports.providers.find('https://b/'), ports.buckets.list()])
          assert.match(problemOf(await ask).message, /address of AWS in us-east-1 could not be found/);
      }
      const hosts = ['cloudformation.us-east-1', 'iam', 's3.us-east-1', 'sts.us-east-1'].map((service) => `${service}.amazonaws.com`);
      assert.deepEqual([...new Set(lookups.hosts)].sort(), hosts);
    } finally {
      lookups.stop();
    }
    assert.deepEqual(theirs.requests(), []);
  });

  it('of a role come from its own endpoint, and the code is asked for once', async () => {
    mine.seed.role(account, { name: 'Deploy', trust: trustAccount });
    const role = roleOf(`mfa_serial = ${device}\nendpoint_url = ${mine.endpoint}`);
    restore = useAwsFiles({ config: both('') + role, environment: { AWS_PROFILE: 'theirs' } });
    const asked: string[] = [];
    const ports = createAwsPorts({ profile: 'role', region, attempts: 1, askMfa: async (serial) => (asked.push(serial), '123456') });
    assert.match(valueOf(await ports.identity.read()).arn, /assumed-role\/Deploy/);
    await Promise.all([ports.stacks.read('a'), ports.providers.find('https://b/')]);
    assert.deepEqual(asked, [device]);
    assert.deepEqual(theirs.requests(), []);
    assert.equal(mine.requests().filter(({ operation }) => operation === 'sts.AssumeRole').length, 1);
  });

  it('are not there when the user gives no code, or nobody can be asked', async () => {
    restore = useAwsFiles({ config: both('') + roleOf(`mfa_serial = ${device}`) });
    assert.equal(problemOf(await identity('role', { askMfa: async () => undefined })).code, 'cancelled');
    assert.match(problemOf(await identity('role')).message, /MFA device/);
  });

  it('come from a command only where the workspace is trusted', async () => {
    const script = `console.log(JSON.stringify({Version:1,AccessKeyId:"${mine.accounts[0]?.accessKeyId}",SecretAccessKey:"${mine.accounts[0]?.secretAccessKey}"}));`;
    restore = useAwsFiles({ config: '' });
    const folder = process.env['HOME'] ?? '';
    writeFileSync(join(folder, 'get.cjs'), `require('node:fs').writeFileSync(__dirname + '/ran', '');${script}`);
    writeFileSync(
      join(folder, 'config'),
      `[profile run]\ncredential_process = "${process.execPath}" "${join(folder, 'get.cjs')}"\nendpoint_url = ${mine.endpoint}\n` +
        `[profile fails]\ncredential_process = "${process.execPath}" -e "process.exit(3)" hunter2\n`,
    );
    assert.match(problemOf(await identity('run')).action ?? '', /Trust the workspace/);
    assert.equal(existsSync(join(folder, 'ran')), false, 'the command did not run');
    assert.equal(valueOf(await identity('run', { trusted: true })).accountId, account);
    const failed = problemOf(await identity('fails', { trusted: true }));
    assert.match(failed.message, /credential_process command of profile fails failed/);
    assert.doesNotMatch(JSON.stringify(failed), /hunter2/);
  });

  it('come from the environment when chosen, and only then', async () => {
    const { accessKeyId = '', secretAccessKey = '' } = mine.accounts[2] ?? {};
    restore = useAwsFiles({
      config: both(`endpoint_url = ${mine.endpoint}`),
      environment: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_ENDPOINT_URL: mine.endpoint },
    });
    assert.equal(valueOf(await identity(environmentProfile)).accountId, '345678901234');
    assert.equal(valueOf(await identity('mine')).accountId, account);
  });

  it('are missing in one sentence when there is no such profile, or none at all', async () => {
    restore = useAwsFiles({ config: both('') });
    assert.equal(problemOf(await identity('nobody')).message, 'There is no AWS profile named nobody.');
    restore();
    restore = useAwsFiles({ config: '' });
    assert.match(problemOf(await identity('mine')).message, /no AWS profiles on this computer/);
  });

  it('come from SSO, through the profile’s own portal', async () => {
    const portal = await startPortal(mine);
    try {
      restore = useAwsFiles({
        config: `[profile sso]\nsso_session = corp\nsso_account_id = ${account}\nsso_role_name = Admin\nservices = local\nendpoint_url = ${mine.endpoint}\n[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://example.invalid/start\n[services local]\nsso =\n  endpoint_url = ${portal.url}\n${both('')}`,
        environment: { AWS_PROFILE: 'theirs' },
      });
      const missing = problemOf(await identity('sso'));
      assert.equal(missing.action, 'Run "aws sso login --profile sso", then try again.');
      writeToken('corp', '2020-01-01T00:00:00Z');
      assert.match(problemOf(await identity('sso')).message, /SSO session of profile sso is missing or has expired/);
      writeToken('corp', '2099-01-01T00:00:00Z');
      assert.equal(valueOf(await identity('sso')).accountId, account);
      assert.equal(portal.asked(), 1);
      assert.deepEqual(theirs.requests(), []);
    } finally {
      portal.stop();
    }
  });
});

const device = `arn:aws:iam::${account}:mfa/dev`;

const roleOf = (more: string) =>
  `[profile role]\nrole_arn = arn:aws:iam::${account}:role/Deploy\nsource_profile = mine\n${more}\n`;

const trustAccount = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }],
};

/** What an SSO portal answers to whoever has a token: a session in the first account. */
async function startPortal(sandbox: Sandbox) {
  const [credentials] = sandbox.accounts;
  assert.ok(credentials);
  sandbox.seed.role(account, { name: 'Sso', trust: trustAccount });
  const sts = new STSClient({ endpoint: sandbox.endpoint, region, credentials });
  const { Credentials: session } = await sts.send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/Sso`, RoleSessionName: 'dev' }),
  );
  let asked = 0;
  const server = createServer((request, response) => {
    asked += request.url?.startsWith('/federation/credentials') ? 1 : 0;
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = session ?? {};
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        roleCredentials: {
          accessKeyId: AccessKeyId,
          secretAccessKey: SecretAccessKey,
          sessionToken: SessionToken,
          expiration: Expiration?.getTime(),
        },
      }),
    );
  });
  await new Promise<void>((started) => void server.listen(0, '127.0.0.1', started));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked, stop: () => server.close() };
}

function writeToken(session: string, expiresAt: string): void {
  const folder = join(process.env['HOME'] ?? '', '.aws', 'sso', 'cache');
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha1').update(session).digest('hex');
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ accessToken: 'token', expiresAt, region: 'us-east-1' }));
}
