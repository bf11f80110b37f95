import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { VerificationReport } from '../../../src/core/model/verification';
import { validLog } from '../../unit/core/report/sarif-schema';
import { commandLine, contoso } from './command-line';

const connector = contoso().replace('azure:', 'regions: [us-east-1]\nazure:');

describe('defender-connectors verify', function () {
  this.timeout(60_000);
  const cli = commandLine({ connector });
  const verify = (...args: readonly string[]) => cli.command('verify', cli.file, ...args);

  it('fails before a deployment and passes after it', async () => {
    const before = await verify();
    assert.equal(before.code, 1, before.stderr);
    assert.match(before.stdout, /^contoso: unhealthy\. \d of \d+ checks failed\. /);
    assert.match(before.stdout, /error: There is no role CspmMonitorAws, which Foundational CSPM .* needs\. \(aws-role-exists\)/);
    assert.match(before.stdout, /\n {2}\$ aws iam create-open-id-connect-provider --url https:/);
    assert.equal((await cli.command('deploy', cli.file, '--yes')).code, 0);
    const after = await verify();
    assert.equal(after.code, 0, after.stdout);
    assert.match(after.stdout, /^contoso: healthy\. Nothing wrong was found in \d+ checks\.\n/);
  });

  it('prints JSON, SARIF and Markdown', async () => {
    const json = JSON.parse((await verify('--format', 'json')).stdout) as VerificationReport;
    assert.equal(json.state, 'unhealthy');
    const [sarif] = validLog((await verify('--format', 'sarif')).stdout).runs;
    assert.deepEqual(sarif?.results?.map(({ message }) => message.text), json.issues.map(({ description }) => description));
    assert.match((await verify('--format', 'markdown')).stdout, /^# contoso: unhealthy\n\n/);
    assert.equal((await verify('--format', 'yaml')).code, 2);
  });

  it('says with exit code 3 that it could not look, and with 1 that the account is another', async () => {
    await cli.command('deploy', cli.file, '--yes');
    cli.sandbox.faults.add({ match: 'iam\\..*', do: 'denied' });
    const denied = await verify();
    assert.equal(denied.code, 3, denied.stdout);
    assert.match(denied.stdout, /^contoso: unknown\./);
    assert.match(denied.stdout, /Not looked at:\n {2}Identity provider https:.*\(iam:ListOpenIDConnectProviders\)/);
    const other = await cli.run(['verify', cli.file, '--profile', 'sandbox-other']);
    assert.equal(other.code, 1);
    assert.match(other.stderr, /Profile sandbox-other is in account 345678901234, but the connector is for 123456789012\./);
  });

  it('takes no file with errors, and no file that is not there', async () => {
    cli.write(connector.replace('"123456789012"', '12'));
    const broken = await verify();
    assert.equal(broken.code, 1);
    assert.match(broken.stderr, /contoso\.connector\.yaml has a mistake\. .*Correct the connector file/);
    assert.equal((await cli.run(['verify', join(cli.folder, 'none.yaml')])).code, 3);
    assert.equal(cli.sandbox.requests().length, 0);
  });
});
