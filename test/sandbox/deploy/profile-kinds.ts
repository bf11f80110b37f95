import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { environmentProfile } from '../../../src/adapters/aws';
import type { ProfileKind } from '../../../src/app/ports';
import type { Sandbox } from '../../../sandbox/start-sandbox';
import { account } from './cloud';

export const region = 'us-east-1';
const trustAccount = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }],
};

export const kindNames = [
  'static keys', 'a chain of two roles', 'a role with the keys of the environment', 'a role with MFA', 'a command', 'an SSO session',
  'a web identity token', 'a sign-in session', 'the environment',
];

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Kind {
  readonly kind: ProfileKind;
  readonly what: string;
  /** Lines of `[profile mine]` and whatever sections it needs. `endpoint` is a line, or empty. */
  readonly config: (endpoint: string) => string;
  readonly environment?: () => Readonly<Record<string, string>>;
  /** Files that the profile reads, made after the home folder is there. */
  readonly files?: () => void;
  readonly profile?: string;
}

/** What kinds of profile need beside their files: roles to assume, and a portal that gives out a session. */
export interface KindsOfProfile {
  /** Every session that was given out, the newest last. */
  readonly sessions: readonly Keys[];
  readonly kinds: readonly Kind[];
  /** From now on every kind gives other keys, once its files are written anew and its environment is set. */
  renew(): Promise<void>;
  stop(): void;
}

export async function startKinds(sandbox: Sandbox): Promise<KindsOfProfile> {
  for (const name of ['Deploy', 'Second']) sandbox.seed.role(account, { name, trust: trustAccount });
  const sessions = [await assume(sandbox)];
  const given: Given = { own: () => (sessions.length === 1 ? sandbox.accounts[0] : sessions.at(-1)) as Keys, session: () => sessions.at(-1) as Keys };
  const portal = await startPortal(given, sandbox.endpoint);
  return { sessions, kinds: kindsOf(given, portal), renew: async () => void sessions.push(await assume(sandbox)), stop: () => void portal.close() };
}

/** What is given out now. */
interface Given {
  /** Of the user, where a profile names keys of its own. */
  own(): Keys;
  session(): Keys;
}

export const keyLines = ({ accessKeyId, secretAccessKey, sessionToken }: Keys) =>
  `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n${sessionToken ? `aws_session_token = ${sessionToken}\n` : ''}`;

const keyVariables = ({ accessKeyId, secretAccessKey, sessionToken }: Keys) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  ...(sessionToken && { AWS_SESSION_TOKEN: sessionToken }),
});

/** Of the AWS files in use. */
export const home = () => process.env['HOME'] ?? '';

/** Lines of a profile of each kind; all of them give keys of the sandbox's first account. */
function kindsOf({ own, session }: Given, portal: Server): readonly Kind[] {
  const role = (name: string) => `role_arn = arn:aws:iam::${account}:role/${name}\n`;
  const portalUrl = () => `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(home(), path)), { recursive: true });
    writeFileSync(join(home(), path), text);
  };

  return [
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
      environment: () => keyVariables(own()),
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
      files: () => put('keys.cjs', `console.log(${JSON.stringify(JSON.stringify({ Version: 1, AccessKeyId: own().accessKeyId, SecretAccessKey: own().secretAccessKey, SessionToken: own().sessionToken }))})`),
    },
    {
      kind: 'sso',
      what: 'an SSO session',
      config: (endpoint) =>
        `[profile mine]\nsso_session = corp\nsso_account_id = ${account}\nsso_role_name = Admin\n${endpoint && `${endpoint}services = portal\n`}[sso-session corp]\nsso_region = ${region}\nsso_start_url = https://example.invalid/start\n[services portal]\nsso =\n  endpoint_url = ${portalUrl()}\n`,
      files: () => put(`.aws/sso/cache/${createHash('sha1').update('corp').digest('hex')}.json`, JSON.stringify({ accessToken: 'sso-access-token', expiresAt: '2099-01-01T00:00:00Z', region })),
    },
    {
      kind: 'web-identity',
      what: 'a web identity token',
      config: (endpoint) =>
        `[profile mine]\n${role('Deploy')}web_identity_token_file = ${home()}/token\n${endpoint && `${endpoint}services = portal\n`}[services portal]\nsts =\n  endpoint_url = ${portalUrl()}\n`,
      files: () => put('token', 'web-identity-token'),
    },
    {
      kind: 'login',
      what: 'a sign-in session',
      config: (endpoint) => `[profile mine]\nlogin_session = arn:aws:iam::${account}:user/dev\n${endpoint}`,
      files: () =>
        put(
          `.aws/login/cache/${createHash('sha256').update(`arn:aws:iam::${account}:user/dev`).digest('hex')}.json`,
          JSON.stringify({
            accessToken: { ...session(), accountId: account, expiresAt: '2099-01-01T00:00:00Z' },
            refreshToken: 'login-refresh-token', clientId: 'c', dpopKey: 'login-key', tokenType: 'aws_sigv4', idToken: 'i',
          }),
        ),
    },
    {
      kind: 'environment',
      what: 'the environment',
      profile: environmentProfile,
      config: () => '',
      environment: () => keyVariables(own()),
    },
  ];
}

async function assume(sandbox: Sandbox): Promise<Keys> {
  const sts = new STSClient({ endpoint: sandbox.endpoint, region, credentials: sandbox.accounts[0] as Keys });
  const command = new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/Deploy`, RoleSessionName: 'dev' });
  const { Credentials: { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = {} } = await sts.send(command);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** An SSO portal, and an STS that takes any web identity: both give the same session. All else goes to the sandbox. */
async function startPortal({ session }: Given, endpoint: string): Promise<Server> {
  const expiration = Date.now() + 3_600_000;
  const sso = () => JSON.stringify({ roleCredentials: { ...session(), expiration } });
  const sts = ({ accessKeyId, secretAccessKey, sessionToken = '' }: Keys) => `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(expiration).toISOString()}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks);
      const isSso = incoming.url?.startsWith('/federation/credentials') ?? false;
      if (!isSso && !body.includes('AssumeRoleWithWebIdentity')) return pass(incoming, body, response);
      response.setHeader('content-type', isSso ? 'application/json' : 'text/xml');
      response.end(isSso ? sso() : sts(session()));
    });
  });
  const pass = ({ method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse) =>
    request(`${endpoint}${url ?? ''}`, { method: method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).end(body);
  await new Promise<void>((started) => void server.listen(0, '127.0.0.1', started));
  return server;
}
