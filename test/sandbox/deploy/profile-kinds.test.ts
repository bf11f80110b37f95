import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAwsPorts, listProfiles } from '../../../src/adapters/aws';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';
import { account, problemOf, valueOf } from './cloud';
import { home, keyLines, kindNames, region, startKinds, type Keys, type Kind, type KindsOfProfile } from './profile-kinds';
import { watchLookups } from './watch-lookups';

/** Whatever kind a profile is: its keys go to its own endpoint or to AWS, and never where AWS_PROFILE or [default] point. */
describe('keys of every kind of profile', function () {
  this.timeout(30_000);

  let mine: Sandbox;
  let theirs: Sandbox;
  let profiles: KindsOfProfile;
  let restore = () => {};
  beforeEach(async () => {
    [mine, theirs] = [await startSandbox(), await startSandbox()];
    profiles = await startKinds(mine);
  });
  afterEach(async () => {
    restore();
    profiles.stop();
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  /** With another profile in AWS_PROFILE, and a `[default]`, that both point elsewhere. */
  function use({ config, environment, files }: Kind, endpoint: string): void {
    const foreign = `${keyLines(theirs.accounts[1] as Keys)}endpoint_url = ${theirs.endpoint}\n`;
    restore = useAwsFiles({ config: '', environment: { AWS_PROFILE: 'theirs', ...environment?.() } });
    files?.();
    writeFileSync(join(home(), 'config'), `[default]\n${foreign}[profile theirs]\n${foreign}${config(endpoint)}`);
  }

  const connect = (profile = 'mine') => createAwsPorts({ profile, region, attempts: 1, trusted: true, askMfa: async () => '123456' });

  for (const what of kindNames) {
    const kind = () => profiles.kinds.find((each) => each.what === what) as Kind;

    it(`go to the profile's own endpoint and nowhere else: ${what}`, async () => {
      const { profile } = kind();
      use({ ...kind(), environment: () => ({ ...kind().environment?.(), ...(profile ? { AWS_ENDPOINT_URL: mine.endpoint } : {}) }) }, `endpoint_url = ${mine.endpoint}\n`);
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
