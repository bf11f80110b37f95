import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import dns from 'node:dns';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { createAwsPorts, environmentProfile, listProfiles } from '../../../src/adapters/aws';
import type { ProfileKind } from '../../../src/app/ports';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';
import { account, problemOf, valueOf } from './cloud';

const region = 'us-east-1';
const trustAccount = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }],
};

const names = [
  'static keys', 'a chain of two roles', 'a role with the keys of the environment', 'a role with MFA', 'a command', 'an SSO session',
  'a web identity token', 'a sign-in session', 'the environment',
];

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

interface Kind {
  readonly kind: ProfileKind;
  readonly what: string;
  /** Lines of `[profile mine]` and whatever sections it needs. `endpoint` is a line, or empty. */
  readonly config: (endpoint: string) => string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that the profile reads, made after the home folder is there. */
  readonly files?: () => void;
  readonly profile?: string;
}

/** Whatever kind a profile is: its keys go to its own endpoint or to AWS, and never where AWS_PROFILE or [default] point. */
describe('keys of every kind of profile', function () {
  this.timeout(30_000);

  let mine: Sandbox;
  let theirs: Sandbox;
  let portal: Server;
  let session: Keys;
  let restore = () => {};
  beforeEach(async () => {
    [mine, theirs] = [await startSandbox(), await startSandbox()];
    for (const name of ['Deploy', 'Second']) mine.seed.role(account, { name, trust: trustAccount });
    session = await assume(mine);
    portal = await startPortal(session);
  });
  afterEach(async () => {
    restore();
    portal.close();
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  const keyLines = ({ accessKeyId, secretAccessKey }: Keys) => `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
  const own = () => mine.accounts[0] as Keys;
  const role = (name: string) => `role_arn = arn:aws:iam::${account}:role/${name}\n`;
  const home = () => process.env['HOME'] ?? '';
  const portalUrl = () => `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(home(), path)), { recursive: true });
    writeFileSync(join(home(), path), text);
  };

  const kinds = (): readonly Kind[] => [
    { kind: 'static', what: 'static keys', config: (endpoint) => `[profile mine]\n${keyLines(own())}${endpoint}` },
    {
      kind: 'assume-role',
      what: 'a chain of two roles',
      config: (endpoint) =>
        `[profile mine]\n${role('Second')}source_profile = first\n${endpoint}[profile first]\n${role('Deploy')}source_profile = keys\n[profile keys]\n${keyLines(own())}`,
    },
    {
      kind: 'assume-role',
      what: 'a role with the keys of the environment',
      config: (endpoint) => `[profile mine]\n${role('Deploy')}credential_source = Environment\n${endpoint}`,
      environment: { AWS_ACCESS_KEY_ID: own().accessKeyId, AWS_SECRET_ACCESS_KEY: own().secretAccessKey },
    },
    {
      kind: 'assume-role+mfa',
      what: 'a role with MFA',
      config: (endpoint) => `[profile mine]\n${role('Deploy')}source_profile = keys\nmfa_serial = arn:aws:iam::${account}:mfa/dev\n${endpoint}[profile keys]\n${keyLines(own())}`,
    },
    {
      kind: 'process',
      what: 'a command',
      config: (endpoint) => `[profile mine]\ncredential_process = "${process.execPath}" "${home()}/keys.cjs"\n${endpoint}`,
      files: () => put('keys.cjs', `console.log(JSON.stringify({Version:1,AccessKeyId:"${own().accessKeyId}",SecretAccessKey:"${own().secretAccessKey}"}))`),
    },
    {
      kind: 'sso',
      what: 'an SSO session',
      config: (endpoint) =>
        `[profile mine]\nsso_session = corp\nsso_account_id = ${account}\nsso_role_name = Admin\n${endpoint && `${endpoint}services = portal\n`}[sso-session corp]\nsso_region = ${region}\nsso_start_url = https://example.invalid/start\n[services portal]\nsso =\n  endpoint_url = ${portalUrl()}\n`,
      files: () => put(`.aws/sso/cache/${createHash('sha1').update('corp').digest('hex')}.json`, JSON.stringify({ accessToken: 't', expiresAt: '2099-01-01T00:00:00Z', region })),
    },
    {
      kind: 'web-identity',
      what: 'a web identity token',
      config: (endpoint) =>
        `[profile mine]\n${role('Deploy')}web_identity_token_file = ${home()}/token\n${endpoint && `${endpoint}services = portal\n`}[services portal]\nsts =\n  endpoint_url = ${portalUrl()}\n`,
      files: () => put('token', 'header.body.signature'),
    },
    {
      kind: 'login',
      what: 'a sign-in session',
      config: (endpoint) => `[profile mine]\nlogin_session = arn:aws:iam::${account}:user/dev\n${endpoint}`,
      files: () =>
        put(
          `.aws/login/cache/${createHash('sha256').update(`arn:aws:iam::${account}:user/dev`).digest('hex')}.json`,
          JSON.stringify({
            accessToken: { ...session, accountId: account, expiresAt: '2099-01-01T00:00:00Z' },
            refreshToken: 'r', clientId: 'c', dpopKey: 'k', tokenType: 'aws_sigv4', idToken: 'i',
          }),
        ),
    },
    {
      kind: 'environment',
      what: 'the environment',
      profile: environmentProfile,
      config: () => '',
      environment: { AWS_ACCESS_KEY_ID: own().accessKeyId, AWS_SECRET_ACCESS_KEY: own().secretAccessKey },
    },
  ];

  /** With another profile in AWS_PROFILE, and a `[default]`, that both point elsewhere. */
  function use({ config, environment = {}, files }: Kind, endpoint: string): void {
    const foreign = `${keyLines(theirs.accounts[1] as Keys)}endpoint_url = ${theirs.endpoint}\n`;
    restore = useAwsFiles({ config: '', environment: { AWS_PROFILE: 'theirs', ...environment } });
    files?.();
    writeFileSync(join(home(), 'config'), `[default]\n${foreign}[profile theirs]\n${foreign}${config(endpoint)}`);
  }

  const connect = (profile = 'mine') => createAwsPorts({ profile, region, attempts: 1, trusted: true, askMfa: async () => '123456' });

  for (const what of names) {
    const kind = () => kinds().find((each) => each.what === what) as Kind;

    it(`go to the profile's own endpoint and nowhere else: ${what}`, async () => {
      const { profile } = kind();
      use({ ...kind(), environment: { ...kind().environment, ...(profile ? { AWS_ENDPOINT_URL: mine.endpoint } : {}) } }, `endpoint_url = ${mine.endpoint}\n`);
      const lookups = watchLookups();
      try {
        assert.equal(valueOf(await connect(profile).stacks.read('defender')), null, what);
        assert.deepEqual(lookups.hosts, [], what);
      } finally {
        lookups.stop();
      }
      assert.deepEqual(theirs.requests(), [], what);
      assert.deepEqual(mine.requests().filter(({ operation }) => operation.startsWith('cloudformation.')).map((request) => request.account), [account], what);
      const listed = (await listProfiles()).find(({ name }) => name === (profile ?? 'mine'));
      assert.equal(listed?.kind, kind().kind, what);
    });

    it(`go to AWS itself when the profile has no endpoint: ${what}`, async () => {
      const { profile } = kind();
      use(kind(), '');
      const lookups = watchLookups();
      try {
        assert.equal(problemOf(await connect(profile).stacks.read('defender')).code, 'network', what);
        assert.ok(lookups.hosts.length > 0 && lookups.hosts.every((host) => host.endsWith('.amazonaws.com')), `${what}: ${lookups.hosts.join()}`);
      } finally {
        lookups.stop();
      }
      assert.deepEqual(theirs.requests(), [], what);
    });
  }
});

async function assume(sandbox: Sandbox): Promise<Keys> {
  const sts = new STSClient({ endpoint: sandbox.endpoint, region, credentials: sandbox.accounts[0] as Keys });
  const command = new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/Deploy`, RoleSessionName: 'dev' });
  const { Credentials: { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = {} } = await sts.send(command);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** An SSO portal, and an STS that takes any web identity: both give the same session. */
async function startPortal({ accessKeyId, secretAccessKey, sessionToken = '' }: Keys): Promise<Server> {
  const expiration = Date.now() + 3_600_000;
  const sso = JSON.stringify({ roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration } });
  const sts = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(expiration).toISOString()}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
  const server = createServer((request, response) => {
    const isSso = request.url?.startsWith('/federation/credentials') ?? false;
    response.setHeader('content-type', isSso ? 'application/json' : 'text/xml');
    request.resume().on('end', () => response.end(isSso ? sso : sts));
  });
  await new Promise<void>((started) => void server.listen(0, '127.0.0.1', started));
  return server;
}

/** Notes which hosts are looked up, and finds none: nothing leaves this computer. */
function watchLookups() {
  const hosts: string[] = [];
  const { lookup } = dns;
  const none = (host: string, _options: unknown, done: (error: Error) => void) => {
    hosts.push(host);
    done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
  };
  dns.lookup = none as typeof dns.lookup;
  return { hosts, stop: () => void (dns.lookup = lookup) };
}
