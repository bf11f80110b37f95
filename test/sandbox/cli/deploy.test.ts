import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { profileFiles } from '../../../sandbox/profiles';
import { account, commandLine, contoso, mine } from './command-line';

/** Somebody's role that is there already. */
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

describe('command line against the sandbox', function () {
  this.timeout(60_000);
  const cli = commandLine();
  const requests = (action: string) => cli.sandbox.requests().filter((request) => JSON.stringify(request).includes(action));

  it('plans, deploys, finds nothing to do, and updates', async () => {
    const plan = await cli.run(['plan', cli.file, ...mine]);
    assert.equal(plan.code, 0, plan.stderr);
    assert.match(plan.stdout, /^Creates stack defender-for-cloud for connector contoso\n {2}Account {3}123456789012\n/);
    assert.match(plan.stdout, /\+ add AWS::IAM::Role /);
    assert.match(plan.stdout, /CspmMonitorAws/);
    assert.match(plan.stdout, /\d+ to add, 0 to modify, 0 to remove\./);
    assert.equal(requests('ExecuteChangeSet').length, 0);

    const deployed = await cli.run(['deploy', cli.file, ...mine, '--yes']);
    assert.equal(deployed.code, 0, deployed.stderr);
    assert.match(deployed.stderr, /CREATE_COMPLETE +.*AWS::IAM::Role/);
    assert.match(deployed.stderr, /Created stack defender-for-cloud in account 123456789012 \(us-east-1\)\./);
    assert.match(deployed.stdout, /RoleArn = arn:aws:iam::123456789012:role\/CspmMonitorAws/);

    const again = await cli.run(['plan', cli.file, ...mine]);
    assert.equal(again.code, 0, again.stderr);
    assert.match(again.stdout, /\nNo changes\.\n/);
    assert.equal((await cli.run(['deploy', cli.file, ...mine, '--yes'])).code, 0);

    cli.write(contoso().replace('tier: P2', 'tier: P2, agentlessScanning: true'));
    const json = await cli.run(['plan', cli.file, ...mine, '--format', 'json']);
    const preview = JSON.parse(json.stdout) as { action: string; changes: { action: string; name: string | null }[] };
    assert.equal(preview.action, 'update');
    assert.ok(preview.changes.some(({ action, name }) => action === 'add' && name === 'DefenderForCloud-AgentlessScanner'), json.stdout);
    const updated = await cli.run(['deploy', cli.file, ...mine, '--yes']);
    assert.equal(updated.code, 0, updated.stderr);
    assert.match(updated.stderr, /Updated stack/);
  });

  it('deploys the template that lies beside the connector as it is', async () => {
    cli.write(`${contoso()}deployment: { template: mine.json }\n`);
    await cli.run(['generate', cli.file, '--out', join(cli.folder, 'mine.json')]);
    const changed = readFileSync(join(cli.folder, 'mine.json'), 'utf8').replace('"Description": "Microsoft Defender', '"Description": "Our Microsoft Defender');
    writeFileSync(join(cli.folder, 'mine.json'), changed);
    const { code, stdout } = await cli.run(['plan', cli.file, ...mine]);
    assert.equal(code, 0);
    assert.match(stdout, /The template is the file mine\.json as it is; generated now it would differ\./);
  });

  it('asks for the name of the stack, and takes everything back when it gets another answer', async () => {
    const no = await cli.run(['deploy', cli.file, ...mine], { tty: true, stdin: 'yes\n' });
    assert.equal(no.code, 1);
    assert.match(no.stderr, /Deploy to account 123456789012, region us-east-1\? Type the stack's name \(defender-for-cloud\)/);
    assert.match(no.stderr, /Nothing was deployed\./);
    assert.equal(requests('ExecuteChangeSet').length, 0);
    assert.ok(requests('DeleteChangeSet').length + requests('DeleteStack').length > 0);

    const end = await cli.run(['deploy', cli.file, ...mine], { tty: true, stdin: '' });
    assert.equal(end.code, 1);

    const yes = await cli.run(['deploy', cli.file, ...mine], { tty: true, stdin: 'defender-for-cloud\n' });
    assert.equal(yes.code, 0, yes.stderr);
  });

  it('colours for a person only', async () => {
    assert.doesNotMatch((await cli.run(['plan', cli.file, ...mine])).stdout, /\u001b/);
    assert.match((await cli.run(['plan', cli.file, ...mine], { tty: true })).stdout, /\u001b\[32m\+ add/);
    assert.doesNotMatch((await cli.run(['plan', cli.file, ...mine], { tty: true, env: { NO_COLOR: '1' } })).stdout, /\u001b/);
  });

  it("refuses a profile of another account than the connector's", async () => {
    const { code, stdout, stderr } = await cli.run(['deploy', cli.file, '--profile', 'sandbox-other', '--yes']);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /345678901234/);
    assert.match(stderr, /123456789012/);
    assert.equal(requests('ChangeSet').length, 0);
  });

  it('tells the first cause of a failure and exits with 1', async () => {
    // As when somebody takes the name after it was looked up.
    const message = 'Role with name CspmMonitorAws already exists.';
    cli.sandbox.faults.add({ match: 'stack\\..*\\.iam\\.CreateRole', do: 'error', code: 'EntityAlreadyExists', message, status: 409, times: 1 });
    const { code, stderr } = await cli.run(['deploy', cli.file, ...mine, '--yes']);
    assert.equal(code, 1);
    assert.match(stderr, /First cause: \w+ \(AWS::IAM::Role\): .*CspmMonitorAws/);
    assert.equal(stderr.split('Could not create').at(-1)?.split(message).length, 2, 'told once');
  });

  it('tells where in the template file the first cause stands', async () => {
    const template = join(dirname(cli.file), 'contoso.template.json');
    cli.write(`${contoso()}deployment: { template: contoso.template.json }\n`);
    assert.equal((await cli.run(['generate', cli.file, '--out', template])).code, 0);
    cli.sandbox.faults.add({ match: 'stack\\..*\\.iam\\.CreateRole', do: 'denied', times: 1 });
    const { stderr } = await cli.run(['deploy', cli.file, ...mine, '--yes']);
    const [, logicalId = '', place = '', line = ''] = /First cause: (\w+) \(AWS::IAM::Role\) at (\S+):(\d+): /.exec(stderr) ?? [];
    assert.equal(resolve(place), template);
    assert.match(readFileSync(template, 'utf8').split('\n')[Number(line) - 1] ?? '', new RegExp(`^ *"${logicalId}": \\{`));
  });

  it('says what it looked at, and what can be done about a name that is taken', async () => {
    cli.sandbox.seed.role(account, { name: 'CspmMonitorAws', trust });
    const { code, stderr, stdout } = await cli.run(['plan', cli.file, ...mine]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /✓ Account and identity: Profile sandbox-single is arn:aws:iam::123456789012:user\/sandbox/);
    assert.match(stderr, /✗ failed Role CspmMonitorAws: Role CspmMonitorAws, .* exists already: no stack of this region owns it/);
    assert.match(stderr, /--on-conflict \w+=rename:CspmMonitorAws-defender-for-cloud/);
    assert.equal(requests('CreateChangeSet').length, 0);

    const json = JSON.parse((await cli.run(['plan', cli.file, ...mine, '--format', 'json'])).stdout) as { preflight: { result: string }[]; problem: { code: string } };
    assert.equal(json.problem.code, 'conflict');
    assert.deepEqual([...new Set(json.preflight.map(({ result }) => result))].sort(), ['failed', 'passed']);

    const renamed = await cli.run(['deploy', cli.file, ...mine, '--yes', '--on-conflict', 'rename']);
    assert.equal(renamed.code, 0, renamed.stderr);
    assert.ok(cli.sandbox.state.role(account, 'CspmMonitorAws-defender-for-cloud'));
    assert.equal((await cli.run(['plan', cli.file, ...mine, '--on-conflict', 'hope'])).code, 2);
  });

  describe('says in one sentence what is missing, what to do, and exits with 3', () => {
    const oneLine = (stderr: string) => stderr.split('\n').filter((line) => line && !line.startsWith('Template:'));

    it('no AWS configuration', async () => {
      cli.use({ config: '' });
      const { code, stderr } = await cli.run(['plan', cli.file]);
      assert.equal(code, 3);
      assert.equal(oneLine(stderr).length, 1, stderr);
    });

    it('no such profile', async () => {
        const { code, stderr } = await cli.run(['plan', cli.file, '--profile', 'nobody']);
      assert.equal(code, 3);
      assert.match(stderr, /nobody/);
      assert.equal(oneLine(stderr).length, 1, stderr);
    });

    it('an SSO session that has expired', async () => {
      cli.use({
        config: '[profile sso]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\nregion = us-east-1\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://example.invalid/start\n',
      });
      const { code, stderr } = await cli.run(['plan', cli.file, '--profile', 'sso']);
      assert.equal(code, 3);
      assert.match(stderr, /aws sso login --profile sso/);
      assert.equal(oneLine(stderr).length, 1, stderr);
    });

    it('no network', async () => {
      cli.use(profileFiles({ ...cli.sandbox, endpoint: 'http://127.0.0.1:9' }));
      const { code, stderr } = await cli.run(['plan', cli.file, ...mine]);
      assert.equal(code, 3);
      assert.equal(oneLine(stderr).length, 1, stderr);
    });
  });

  it('prints nothing of the SDK as a process', async () => {
    const { output, ended } = startProcess(['plan', cli.file, ...mine]);
    assert.equal(await ended, 0);
    const lines = output.stderr.split('\n').filter(Boolean);
    assert.deepEqual(lines.filter((line) => !line.startsWith('✓ ')), []);
    assert.ok(lines.length >= 8, output.stderr);
  });
});

describe('a command that is interrupted', function () {
  this.timeout(60_000);
  const cli = commandLine({ clock: 'manual' });

  it('stops at Ctrl+C and says what goes on without it', async () => {
    const executed = () => cli.sandbox.requests().some(({ operation }) => operation === 'cloudformation.ExecuteChangeSet');
    const { child, output, ended } = startProcess(['deploy', cli.file, ...mine, '--yes']);
    const ticking = setInterval(() => !executed() && cli.sandbox.clock.tick(), 50);
    try {
      while (!executed() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => setTimeout(resolve, 500));
      child.kill('SIGINT');
      assert.equal(await ended, 1, output.stderr);
    } finally {
      clearInterval(ticking);
      child.kill('SIGKILL');
    }
    assert.match(output.stderr, /AWS goes on to create stack defender-for-cloud in account 123456789012 \(us-east-1\).*\nFollow it again with: defender-connectors deployments follow\n$/);
  });

  it('stops at Ctrl+C while it plans, and takes back what it has made', async () => {
    const { child, output, ended } = startProcess(['plan', cli.file, ...mine]);
    const made = () => cli.sandbox.requests().some(({ operation }) => operation === 'cloudformation.DescribeChangeSet');
    try {
      while (!made() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
      child.kill('SIGINT');
      assert.equal(await ended, 1, output.stderr);
    } finally {
      child.kill('SIGKILL');
    }
    assert.match(output.stderr, /\nCancelled: nothing was changed\.\n$/);
    assert.equal(output.stdout, '');
    cli.sandbox.clock.runAll();
    assert.deepEqual(cli.sandbox.state.account(account).stacks.filter(({ deleted }) => !deleted), []);
  });
});

function startProcess(args: readonly string[]) {
  const child = spawn(process.execPath, ['--import=tsx', 'src/cli/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, output, ended };
}
