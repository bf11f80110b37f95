import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileFiles } from '../../../sandbox/profiles';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { catalog } from '../../../src/core/catalog/catalog';
import { generateTemplate } from '../../../src/core/generate/cloudformation';
import { awsCliScript } from '../../../src/core/generate/scripts/aws-cli-script';
import type { Connector } from '../../../src/core/model/connector';
import { runCommand } from '../cloud/run-command';
import { account, connector, issuer } from '../deploy/cloud';

/**
 * Before the real aws: the sandbox makes no StackSets, so calls about the members are checked by the real command line,
 * which then sends nothing, written down, and answered from a file of that name.
 */
const membersStandIn = (real: string) => `#!/usr/bin/env bash
case $2 in
  *stack-set* | *stack-instances | *organizations-access | list-roots)
    printf '%s\\n' "$*" >>members.log
    # The command line's own example of this one's answer is not valid to itself.
    [ "$2" = describe-stack-set-operation ] && kind=input || kind=output
    '${real}' "$@" --generate-cli-skeleton "$kind" >/dev/null || exit 252
    [ -f "$2.fails" ] && { cat "$2.fails" >&2; exit 254; }
    cat "$2.answer" 2>/dev/null || true ;;
  *) exec '${real}' "$@" ;;
esac
`;

/** All that the template lists but one. */
const sentinelAudiences = catalog.audiences.filter(({ provider }) => provider === 'defender').map(({ audience }) => audience).slice(1);

describe('the script for the aws command line', function () {
  // Each call of aws starts a Python of its own.
  this.timeout(240_000);
  let sandbox: Sandbox;
  let folder: string;

  before(async function () {
    if ((await runCommand('aws', ['--version'])).code !== 0) {
      console.log('    skipped: there is no aws on PATH');
      this.skip();
    }
  });
  beforeEach(async () => {
    sandbox = await startSandbox({ clock: { msPerStep: 0 } });
    folder = mkdtempSync(join(tmpdir(), 'scripts-'));
    const { config, credentials } = profileFiles(sandbox);
    writeFileSync(join(folder, 'config'), config);
    writeFileSync(join(folder, 'credentials'), credentials);
  });
  afterEach(async () => {
    await sandbox?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  interface ScriptOptions {
    readonly answers: string;
    readonly path?: string;
    readonly profile?: string;
    /** What AWS answers about the members, by the name of the call; with `.fails` what it refuses with. */
    readonly members?: Readonly<Record<string, string>>;
  }

  async function run(changed: Connector, { answers, path = 'a.template.json', profile = 'sandbox-single', members }: ScriptOptions) {
    const { text, body } = generateTemplate(changed, { generatorVersion: '0', format: 'json' });
    writeFileSync(join(folder, path), text);
    const script = awsCliScript(changed, { path, text, body });
    const env = {
      PATH: members ? `${standInFor(members)}:${process.env['PATH']}` : process.env['PATH'], HOME: folder, AWS_CONFIG_FILE: join(folder, 'config'), POLL_SECONDS: '0.1',
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'), AWS_PROFILE: profile,
    };
    writeFileSync(join(folder, 'deploy.sh'), script);
    const child = spawn('bash', ['deploy.sh'], { cwd: folder, env });
    child.stdin.end(answers);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  }

  function standInFor(members: Readonly<Record<string, string>>): string {
    const { stdout } = spawnSync('bash', ['-c', 'command -v aws'], { encoding: 'utf8' });
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'bin', 'aws'), membersStandIn(stdout.trim()), { mode: 0o755 });
    for (const [name, text] of Object.entries(members)) writeFileSync(join(folder, name.includes('.') ? name : `${name}.answer`), `${text}\n`);
    return join(folder, 'bin');
  }

  const stacks = () => sandbox.state.account(account).stacks.filter(({ status }) => status !== 'DELETE_COMPLETE');

  it('shows the change set, asks, deploys; then says that there is nothing to change', async () => {
    const hostile = { ...connector, name: `it's "$(touch pwned)" \`touch pwned\`` };
    const path = `it's $HOME.template.json`;
    const first = await run(hostile, { answers: 'yes\n', path });
    assert.equal(first.code, 0, first.output);
    assert.match(first.output, /AWS::IAM::Role[\s\S]*Type yes to go on[\s\S]*CREATE_COMPLETE[\s\S]*CspmMonitorRoleArn/);
    assert.ok(sandbox.state.role(account, 'CspmMonitorAws'));
    assert.equal(readdirSync(folder).includes('pwned'), false);
    const again = await run(hostile, { answers: '', path });
    assert.equal(again.code, 0, again.output);
    assert.match(again.output, /is up to date/);
  });

  it('leaves nothing behind after a no, and stops in another account', async () => {
    const refused = await run(connector, { answers: 'no\n' });
    assert.deepEqual([refused.code, stacks()], [1, []], refused.output);
    assert.match(refused.output, /Nothing was changed/);
    const elsewhere = await run(connector, { answers: 'yes\n', profile: 'sandbox-other' });
    assert.deepEqual([elsewhere.code, stacks()], [1, []], elsewhere.output);
    assert.match(elsewhere.output, /are of account 345678901234, but the connector is for 123456789012/);
  });

  it('takes a template that is too large through a bucket of its own, and shares the identity provider that is there', async () => {
    sandbox.seed.oidcProvider(account, {
      url: `https://${issuer}`, clientIds: sentinelAudiences, thumbprints: ['626d44e704d1ceabe3bf0d53397464ac8080142c'],
    });
    const { code, output } = await run({ ...connector, name: 'x'.repeat(60_000) }, { answers: 'yes\n'.repeat(4) });
    assert.equal(code, 0, output);
    assert.match(output, /exists: it is used as it is/);
    const { oidcProviders, buckets } = sandbox.state.account(account);
    assert.deepEqual(oidcProviders.map(({ clientIds }) => clientIds.length), [sentinelAudiences.length + 1], JSON.stringify(oidcProviders));
    assert.deepEqual(buckets.map(({ name }) => name), ['defender-for-cloud-123456789012-us-east-1']);
    assert.match(JSON.stringify(buckets[0]?.policy), /"aws:SecureTransport":"false"/);
    assert.ok(sandbox.state.role(account, 'CspmMonitorAws'));
  });

  it('takes the template to the members of an organization, without the excluded, once each was asked for', async () => {
    const organization: Connector = { ...connector, account: { id: '210987654321', type: 'management', excluded: ['345678901234'], stackSet: 'members' } };
    const members = {
      'describe-organizations-access': 'DISABLED', 'describe-stack-set.fails': 'An error occurred (StackSetNotFoundException) when calling the DescribeStackSet operation: StackSet members not found',
      'list-stack-instances': 'None', 'list-roots': 'r-abcd', 'create-stack-instances': 'op-1', 'describe-stack-set-operation': 'SUCCEEDED', 'list-stack-set-operation-results': '123456789012 SUCCEEDED None',
    };
    const { code, output } = await run(organization, { answers: 'yes\n'.repeat(4), profile: 'sandbox-management', members });
    assert.equal(code, 0, output);
    assert.match(output, /CREATE_COMPLETE[\s\S]*Turn it on\?[\s\S]*Create the StackSet members[\s\S]*every account under r-abcd except 345678901234\?[\s\S]*SUCCEEDED/);
    const calls = readFileSync(join(folder, 'members.log'), 'utf8');
    assert.deepEqual([...calls.matchAll(/^(?:cloudformation|organizations) (\S+)/gm)].map(([, name]) => name), [
      'describe-organizations-access', 'activate-organizations-access', 'describe-stack-set', 'create-stack-set', 'list-stack-instances', 'list-roots', 'create-stack-instances', 'describe-stack-set-operation', 'list-stack-set-operation-results',
    ]);
    assert.match(calls, /create-stack-instances .*OrganizationalUnitIds=r-abcd,AccountFilterType=DIFFERENCE,Accounts=345678901234/);
  });

  it('updates the StackSet that is there, and leaves it after a no', async () => {
    const organization: Connector = { ...connector, account: { id: '210987654321', type: 'management', excluded: [], stackSet: 'members' } };
    const members = {
      'describe-organizations-access': 'ENABLED', 'describe-stack-set': 'ACTIVE', 'update-stack-set': 'op-2',
      'describe-stack-set-operation': 'FAILED', 'list-stack-set-operation-results': '123456789012 FAILED No',
    };
    const refused = await run(organization, { answers: 'yes\nno\n', profile: 'sandbox-management', members });
    assert.equal(refused.code, 1, refused.output);
    assert.match(refused.output, /The members are left as they are/);
    assert.doesNotMatch(readFileSync(join(folder, 'members.log'), 'utf8'), /update-stack-set/);
    const failed = await run(organization, { answers: 'yes\n', profile: 'sandbox-management', members });
    assert.equal(failed.code, 1, failed.output);
    assert.match(failed.output, /is up to date[\s\S]*FAILED[\s\S]*123456789012 FAILED No/);
  });
});
