import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileFiles } from '../../../sandbox/profiles';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { runCommand } from './run-command';
import { onboarding } from './templates';

describe('sandbox with the aws command line', function () {
  // Each call starts a Python of its own.
  this.timeout(30_000);
  let sandbox: Sandbox;
  let folder: string;
  let env: NodeJS.ProcessEnv;

  before(async function () {
    if ((await runCommand('aws', ['--version'])).code !== 0) {
      console.log('    skipped: there is no aws on PATH');
      this.skip();
    }
    sandbox = await startSandbox({ clock: { msPerStep: 0 } });
    folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'));
    const { config, credentials } = profileFiles(sandbox);
    writeFileSync(join(folder, 'config'), config);
    writeFileSync(join(folder, 'credentials'), credentials);
    writeFileSync(join(folder, 'template.yaml'), onboarding);
    env = {
      PATH: process.env.PATH, HOME: folder, AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'), AWS_PAGER: '', AWS_PROFILE: 'sandbox-single',
    };
  });
  after(async () => {
    await sandbox?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  const aws = async (...args: string[]) => runCommand('aws', args, env);

  it('uses the profile it is told', async () => {
    const { stdout, stderr } = await aws('sts', 'get-caller-identity', '--profile', 'sandbox-other', '--query', 'Account', '--output', 'text');
    assert.equal(stdout.trim(), '345678901234', stderr);
  });

  it('creates a stack and reads it back', async () => {
    const template = `file://${join(folder, 'template.yaml')}`;
    const created = await aws('cloudformation', 'create-stack', '--stack-name', 'cli', '--template-body', template, '--capabilities', 'CAPABILITY_NAMED_IAM');
    assert.equal(created.code, 0, created.stderr);
    const outputs = await aws('cloudformation', 'describe-stacks', '--stack-name', 'cli', '--query', 'Stacks[0].[StackStatus,Outputs[0].OutputValue]', '--output', 'text');
    assert.equal(outputs.stdout.trim(), 'CREATE_COMPLETE\tarn:aws:iam::123456789012:role/CspmMonitorAws', outputs.stderr);
  });
});
