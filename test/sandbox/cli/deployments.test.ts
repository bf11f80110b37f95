import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { account, commandLine, contoso, mine } from './command-line';

describe('deployments on the command line', function () {
  this.timeout(60_000);
  const cli = commandLine({ clock: { msPerStep: 40 } });
  const executed = () =>
    cli.sandbox.requests().filter(({ operation, status }) => operation === 'cloudformation.ExecuteChangeSet' && status === 200).length;
  const list = async () => JSON.parse((await cli.run(['deployments', 'list', '--format', 'json'])).stdout) as { id: string; end: { result: string } | null }[];

  /** Deploys in a process of its own, which is killed as soon as AWS has begun. */
  async function killed(): Promise<void> {
    const child = spawn(process.execPath, ['--import=tsx', 'src/cli/main.ts', 'deploy', cli.file, '--yes', ...mine], {
      stdio: 'ignore',
      env: { ...process.env, ...cli.env },
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const before = executed();
    while (executed() === before && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await ended;
    assert.equal(executed(), before + 1);
  }

  it('are none at first', async () => {
    const { code, stdout, stderr } = await cli.run(['deployments']);
    assert.deepEqual([code, stdout, stderr], [0, '', 'Nothing was deployed from here yet.\n']);
    assert.equal((await cli.run(['deployments', 'follow'])).code, 0);
  });

  it('are listed and shown as text, JSON and Markdown', async () => {
    assert.equal((await cli.run(['deploy', cli.file, '--yes', ...mine])).code, 0);
    const [{ id } = { id: '' }] = await list();
    assert.match((await cli.run(['deployments'])).stdout, /succeeded +Creation of stack defender-for-cloud +123456789012 us-east-1 +defender-connectors-/);
    const text = await cli.run(['deployments', 'show', id.slice(20, 28)]);
    assert.equal(text.code, 0, text.stderr);
    assert.match(text.stdout, /^Creation of stack defender-for-cloud: succeeded\n/);
    assert.match(text.stdout, /CREATE_COMPLETE +CspmMonitor/);
    const markdown = await cli.run(['deployments', 'show', id, '--format', 'markdown']);
    assert.match(markdown.stdout, /^# Creation of stack defender-for-cloud: succeeded\n/);
    assert.match(markdown.stdout, /\| AWS::IAM::Role \| CREATE\\_COMPLETE \|/);
    const json = JSON.parse((await cli.run(['deployments', 'show', id, '--format', 'json'])).stdout) as { connectorFile: string; events: unknown[] };
    assert.equal(json.connectorFile, cli.file);
    assert.ok(json.events.length > 5);
    assert.doesNotMatch(JSON.stringify(json), /AKIA|[Ss]ecret/);
    const unknown = await cli.run(['deployments', 'show', 'nothing']);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /^The journal has no deployment nothing\. Run "defender-connectors deployments list"/);
  });

  it('that have succeeded and still owe audiences give them, once', async () => {
    const [issuer, account] = ['https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/', '123456789012'];
    cli.sandbox.seed.oidcProvider(account, { url: issuer, clientIds: ['api://theirs'] });
    const audiences = () => cli.sandbox.state.account(account).oidcProviders[0]?.clientIds.length;
    cli.sandbox.faults.add({ match: 'iam\\.AddClientIDToOpenIDConnectProvider', do: 'expired' });
    const deployed = await cli.run(['deploy', cli.file, '--yes', '--on-conflict', 'merge', ...mine]);
    assert.notEqual(deployed.code, 0);
    assert.match(deployed.stderr, /Created stack defender-for-cloud .* But the audiences .* could not be added/);
    assert.equal(audiences(), 1);
    cli.sandbox.faults.clear();
    const followed = await cli.run(['deployments', 'follow']);
    assert.equal(followed.code, 0, followed.stderr);
    assert.ok((audiences() ?? 0) > 1);
    assert.match((await cli.run(['deployments', 'follow'])).stderr, /^Every deployment that was begun from here has ended\./);
    assert.equal(executed(), 1);
  });

  it('that a killed process left are followed to their end', async () => {
    await killed();
    assert.deepEqual((await list()).map(({ end }) => end), [null]);
    const followed = await cli.run(['deployments', 'follow']);
    assert.equal(followed.code, 0, followed.stderr);
    assert.match(followed.stderr, /^Creation of stack defender-for-cloud in account 123456789012 \(us-east-1\), begun /);
    assert.match(followed.stderr, /\n +\d+ of \d+ resources, \d+ s\n/);
    assert.match(followed.stderr, /Created stack defender-for-cloud/);
    assert.deepEqual((await list()).map(({ end }) => end?.result), ['succeeded']);
    assert.equal(executed(), 1);
  });

  it('are resumed by the next deploy, which begins no second one', async () => {
    await killed();
    const { code, stdout, stderr } = await cli.run(['deploy', cli.file, '--yes', ...mine]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^(Template: .*\n)*An earlier operation on this stack has not been seen to end\. It is followed first\.\n/);
    assert.match(stderr, /Created stack defender-for-cloud[\s\S]*Nothing to do/);
    assert.match(stdout, /No changes\./);
    assert.equal(executed(), 1);
  });

  it('go on with new credentials when the old ones have expired, asked for in the terminal', async () => {
    cli.sandbox.faults.add({ match: 'cloudformation.DescribeStackEvents', do: 'expired', skip: 1, times: 1 });
    const { code, stderr } = await cli.run(['deploy', cli.file, '--yes', ...mine], { tty: true, stdin: '\n' });
    assert.equal(code, 0, stderr);
    assert.match(stderr, /The session of profile sandbox-single has expired\..*then press Enter to go on here/s);
    assert.equal(executed(), 1);
  });

  it('are left to AWS when nobody can be asked, and say how to go on', async () => {
    cli.sandbox.faults.add({ match: 'cloudformation.DescribeStackEvents', do: 'expired', skip: 1, times: 1 });
    const { code, stderr } = await cli.run(['deploy', cli.file, '--yes', ...mine]);
    assert.equal(code, 3);
    assert.match(stderr, /has expired\. The deployment to stack defender-for-cloud goes on in AWS\./);
    assert.equal((await cli.run(['deployments', 'follow'])).code, 0);
    assert.equal(executed(), 1);
  });

  describe('that are to be taken back', () => {
    const stack = () => cli.sandbox.state.account(account).stacks.find(({ name }) => name === 'defender-for-cloud');

    async function updating(): Promise<void> {
      assert.equal((await cli.run(['deploy', cli.file, '--yes', ...mine])).code, 0);
      cli.write(contoso('{ servers: { tier: P2, agentlessScanning: true } }'));
      await killed();
    }

    it('are updates: the stack is what it was', async () => {
      await updating();
      const asked = await cli.run(['deployments', 'cancel']);
      assert.deepEqual([asked.code, asked.stderr], [1, 'There is no terminal to ask in: add --yes.\nNothing was cancelled.\n']);
      const wrong = await cli.run(['deployments', 'cancel'], { tty: true, stdin: 'yes\n' });
      assert.equal(wrong.code, 1);
      assert.match(wrong.stderr, /Cancel the update in account 123456789012, region us-east-1\? Type the stack's name \(defender-for-cloud\) to go on: Nothing was cancelled\./);
      const cancelled = await cli.run(['deployments', 'cancel'], { tty: true, stdin: 'defender-for-cloud\n' });
      assert.equal(cancelled.code, 0, cancelled.stderr);
      assert.match(cancelled.stderr, /Cancelled: stack defender-for-cloud in account 123456789012 \(us-east-1\) is back to what it was\./);
      assert.equal(stack()?.status, 'UPDATE_ROLLBACK_COMPLETE');
      assert.deepEqual((await cli.run(['deployments', 'cancel', '--yes'])).stderr, 'No update that was begun from here runs.\n');
    });

    it('are nothing else, and nothing that has ended', async () => {
      await killed();
      const [{ id } = { id: '' }] = await list();
      const creation = await cli.run(['deployments', 'cancel', id, '--yes']);
      assert.deepEqual([creation.code, creation.stderr], [1, 'Creation of stack defender-for-cloud cannot be cancelled: delete the stack when it has ended.\n']);
      assert.equal((await cli.run(['deployments', 'follow'])).code, 0);
      assert.match((await cli.run(['deployments', 'cancel', id, '--yes'])).stderr, /^Creation of stack defender-for-cloud has ended: there is nothing to cancel\./);
    });
  });

  it('survive a journal that was tampered with', async () => {
    await cli.run(['deploy', cli.file, '--yes', ...mine]);
    const [{ id } = { id: '' }] = await list();
    const path = join(cli.folder, 'state', 'operations', `${id}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 50));
    const { code, stderr } = await cli.run(['deployments']);
    assert.equal(code, 0);
    assert.match(stderr, /^The note of operation defender-connectors-.* cannot be read; it was set aside in .*\n/);
  });
});
