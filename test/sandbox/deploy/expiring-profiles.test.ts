import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAwsPorts } from '../../../src/adapters/aws';
import { fileJournal } from '../../../src/adapters/node/journal/file-journal';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { withRenewal } from '../../../src/app/operation/with-renewal';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';
import { run } from '../../unit/cli/run';
import { contoso } from '../cli/command-line';
import { account, problemOf, requestFor, steppingClock, template, valueOf } from './cloud';
import { home, kindNames, region, startKinds, type Kind, type KindsOfProfile } from './profile-kinds';

const mfaCode = '654321';

/** A deployment whose credentials are refused on the way, once with each kind of profile, and all that anybody is told of it. */
describe('credentials that expire on the way, of every kind of profile', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let profiles: KindsOfProfile;
  let folder: string;
  let restore = () => {};
  const told: string[] = [];

  beforeEach(async () => {
    sandbox = await startSandbox({ clock: 'manual' });
    profiles = await startKinds(sandbox);
    folder = mkdtempSync(join(tmpdir(), 'kinds-'));
  });
  afterEach(async () => {
    restore();
    restore = () => {};
    profiles.stop();
    rmSync(folder, { recursive: true });
    await sandbox.stop();
  });

  /** Whatever is a key, a token or a code in these profiles. */
  const secrets = () => {
    const keys = [...sandbox.accounts, ...profiles.sessions].flatMap(({ accessKeyId, secretAccessKey }) => [accessKeyId, secretAccessKey]);
    return [...keys, ...profiles.sessions.map(({ sessionToken = '' }) => sessionToken), mfaCode, 'sso-access-token', 'web-identity-token', 'login-refresh-token', 'login-key'];
  };
  const tellsNone = (what: string, texts: readonly string[]) => {
    const text = texts.join('\n');
    told.push(text);
    assert.deepEqual(secrets().filter((secret) => text.includes(secret)), [], what);
    assert.doesNotMatch(text, /\b(AKIA|ASIA)[A-Z0-9]{16}\b/, what);
  };

  function use(what: string): string {
    const found = profiles.kinds.find((each) => each.what === what) as Kind;
    const { profile = 'mine', environment } = found;
    restore = useAwsFiles({ config: '', environment: { ...environment?.(), ...(found.profile ? { AWS_ENDPOINT_URL: sandbox.endpoint } : {}) } });
    write(found);
    return profile;
  }

  function write({ config, files }: Kind): void {
    files?.();
    writeFileSync(join(home(), 'config'), config(`endpoint_url = ${sandbox.endpoint}\n`));
  }

  /** As a user does it: other keys in the files, in the environment, or from whoever gives them out. */
  async function renewKeys(what: string): Promise<void> {
    await profiles.renew();
    const found = profiles.kinds.find((each) => each.what === what) as Kind;
    Object.assign(process.env, found.environment?.());
    write(found);
  }

  /** Keys of the requests before and after the first that was refused; those to STS are of whoever asks for a session. */
  function keysAround(): readonly [ReadonlySet<string | undefined>, ReadonlySet<string | undefined>] {
    const made = sandbox.requests().filter(({ operation }) => !operation.startsWith('sts.'));
    const at = made.findIndex(({ fault }) => fault === 'expired');
    const keys = (some: typeof made) => new Set(some.map(({ accessKeyId }) => accessKeyId));
    return [keys(made.slice(0, at + 1)), keys(made.slice(at + 1))];
  }

  for (const what of kindNames) {
    it(`go on with new ones, in the same operation: ${what}`, async () => {
      const profile = use(what);
      const codes: string[] = [];
      const connect = () => createAwsPorts({ profile, region, attempts: 1, trusted: true, askMfa: async (serial) => (codes.push(serial), mfaCode) });
      const refused: string[] = [];
      const renewing = withRenewal(connect(), async (problem) => {
        refused.push(JSON.stringify(problem));
        await renewKeys(what);
        return connect();
      });
      const ports = { ...renewing, clock: steppingClock(sandbox, 1), journal: fileJournal(folder) };
      const seen: unknown[] = [];
      const preview = valueOf(await previewDeployment(ports, requestFor(template()), { onCheck: (check) => seen.push(check) }));
      sandbox.faults.add({ match: 'cloudformation\\.DescribeStackEvents', do: 'expired', skip: 3, times: 1 });
      const outcome = valueOf(await executeDeployment(ports, preview, { report: (progress) => seen.push(progress) }));
      assert.equal(outcome.result, 'succeeded');
      const [before, after] = keysAround();
      assert.deepEqual([before.size, after.size], [1, 1]);
      assert.ok(![...after].some((key) => key === undefined || before.has(key)), 'all that follows is signed with the new keys');
      assert.equal(refused.length, 1, 'asked once');
      assert.match(refused[0] ?? '', /"credentials"/);
      assert.equal(sandbox.requests().filter(({ operation }) => operation === 'cloudformation.ExecuteChangeSet').length, 1);
      assert.deepEqual(codes, what === 'a role with MFA' ? Array(2).fill(`arn:aws:iam::${account}:mfa/dev`) : [], 'new credentials, not the old ones again');
      tellsNone(what, [JSON.stringify([preview, seen, outcome]), ...refused, ...readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))]);
    });

    it(`are told without a secret, in problems and on the command line: ${what}`, async () => {
      const profile = use(what);
      const ports = createAwsPorts({ profile, region, attempts: 1, trusted: true, askMfa: async () => mfaCode });
      const problems: string[] = [];
      for (const kind of ['denied', 'expired', 'invalidToken', 'clockSkew', 'html'] as const) {
        sandbox.faults.add({ match: 'cloudformation\\..*', do: kind, times: 1 });
        problems.push(JSON.stringify(problemOf(await ports.stacks.read('defender'))));
        sandbox.faults.clear();
      }
      const file = join(folder, 'contoso.connector.yaml');
      writeFileSync(file, contoso());
      const ticking = setInterval(() => sandbox.clock.tick(), 5);
      try {
        const env = { DEFENDER_CONNECTORS_STATE: folder };
        const planned = await run(['plan', file, '--profile', profile], { env, tty: what === 'a role with MFA', stdin: `${mfaCode}\n` });
        assert.equal(planned.code, 0, planned.stderr);
        sandbox.faults.add({ match: 'sts\\.GetCallerIdentity', do: 'denied' });
        const refused = await run(['plan', file, '--profile', profile], { env, tty: what === 'a role with MFA', stdin: `${mfaCode}\n` });
        assert.equal(refused.code, 3, refused.stderr);
        tellsNone(what, [...problems, planned.stdout, planned.stderr, refused.stdout, refused.stderr]);
      } finally {
        clearInterval(ticking);
      }
    });
  }

  it('were listened to', () => assert.ok(told.length === 2 * kindNames.length && told.every((text) => text.length > 2_000), told.map(({ length }) => length).join()));
});
