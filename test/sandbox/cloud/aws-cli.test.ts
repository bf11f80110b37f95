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

  it('reads what a verification looks at, in every protocol', async function () {
    this.timeout(120_000);
    const services = sandbox.seed.services('123456789012');
    const region = services.region('us-east-1');
    region.clusters.push({ name: 'payments', authenticationMode: 'CONFIG_MAP', logTypes: ['audit'] });
    region.instances.push({ id: 'i-1', pingStatus: 'ConnectionLost' });
    region.databases.push({ name: 'orders', engine: 'mysql', parameterStatus: 'pending-reboot', backupDays: 0 });
    region.streams.push(...Array.from({ length: 12 }, (_, index) => `stream-${index}`));
    services.trails.push({ name: 'all', region: 'us-east-1' });
    services.stackSets.push({ name: 'members', region: 'us-east-1', instances: [{ account: '345678901234', region: 'us-east-1', status: 'OUTDATED', reason: 'why' }] });
    services.regionsWithoutSessions.add('eu-north-1');
    const answers: readonly (readonly [command: string, query: string, answer: string])[] = [
      ['eks list-clusters', 'clusters', 'payments'],
      ['eks describe-cluster --name payments', 'cluster.[accessConfig.authenticationMode,logging.clusterLogging[?enabled].types[]|[0]]', 'CONFIG_MAP\taudit'],
      ['ssm describe-instance-information', 'InstanceInformationList[].[InstanceId,PingStatus]', 'i-1\tConnectionLost'],
      ['rds describe-db-instances', 'DBInstances[].[DBInstanceIdentifier,BackupRetentionPeriod,DBParameterGroups[0].ParameterApplyStatus]', 'orders\t0\tpending-reboot'],
      ['rds describe-account-attributes', 'AccountQuotas[?AccountQuotaName==`OptionGroups`].[Used,Max]', '1\t20'],
      ['firehose list-delivery-streams', '[length(DeliveryStreamNames),HasMoreDeliveryStreams]', '10\tTrue'],
      ['cloudtrail describe-trails', 'trailList[].[Name,IsMultiRegionTrail]', 'all\tTrue'],
      ['cloudtrail get-event-selectors --trail-name all', 'EventSelectors[].IncludeManagementEvents', 'True'],
      ['service-quotas get-service-quota --service-code firehose --quota-code L-14BB0BE7', 'Quota.Value', '50'],
      ['cloudformation list-stack-instances --stack-set-name members', 'Summaries[].[Account,Status,StatusReason]', '345678901234\tOUTDATED\twhy'],
    ];
    // The command line takes no endpoint for RDS from a profile.
    for (const [command, query, answer] of answers) {
      const { stdout, stderr } = await aws(...command.split(' '), '--endpoint-url', sandbox.endpoint, '--region', 'us-east-1', '--query', query, '--output', 'text');
      assert.equal(stdout.trim(), answer, `${command}: ${stderr}`);
    }
    const disabled = await aws('sts', 'get-session-token', '--region', 'eu-north-1');
    assert.match(disabled.stderr, /\(RegionDisabledException\).*STS is not activated in this region/);
    const unknown = await aws('eks', 'describe-cluster', '--name', 'none', '--region', 'us-east-1');
    assert.match(unknown.stderr, /\(ResourceNotFoundException\).*No cluster found for name: none\./);
  });

  it('creates a stack and reads it back', async () => {
    const template = `file://${join(folder, 'template.yaml')}`;
    const created = await aws('cloudformation', 'create-stack', '--stack-name', 'cli', '--template-body', template, '--capabilities', 'CAPABILITY_NAMED_IAM');
    assert.equal(created.code, 0, created.stderr);
    const outputs = await aws('cloudformation', 'describe-stacks', '--stack-name', 'cli', '--query', 'Stacks[0].[StackStatus,Outputs[0].OutputValue]', '--output', 'text');
    assert.equal(outputs.stdout.trim(), 'CREATE_COMPLETE\tarn:aws:iam::123456789012:role/CspmMonitorAws', outputs.stderr);
  });
});
