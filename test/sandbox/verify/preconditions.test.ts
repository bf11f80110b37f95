import assert from 'node:assert/strict';
import type { SandboxStackSet } from '../../../sandbox/services/account-services';
import type { Plans } from '../../../src/core/model/connector';
import type { ConnectorIssue } from '../../../src/core/model/health';
import { account, connector, start, valueOf, verifyIn, type Cloud } from './verified';

const management = { ...connector, account: { id: '210987654321', type: 'management', excluded: [], stackSet: 'members' } } as const;

describe('preconditions of the plans', function () {
  this.timeout(30_000);

  let cloud: Cloud;
  before(async () => void (cloud = await start()));
  after(() => cloud.stop());
  afterEach(() => {
    cloud.sandbox.faults.clear();
    services().trails.splice(0);
    region().instances.splice(0);
    region().clusters.splice(0);
    region().databases.splice(0);
    region().optionGroups.splice(0);
  });
  const services = () => cloud.sandbox.seed.services(account);
  const region = () => services().region('us-east-1');

  const verified = async (plans: Plans) => valueOf(await verifyIn({ ...connector, plans }));
  const found = ({ issues }: { readonly issues: readonly ConnectorIssue[] }, ...keys: readonly string[]) =>
    issues.filter(({ key }) => keys.includes(key)).map(({ severity, description }) => `${severity}: ${description}`);

  describe('of an organization', () => {
    const organization = () => cloud.sandbox.seed.services(management.account.id);
    const look = async () => valueOf(await verifyIn(management, {}, { profile: 'sandbox-management' }));
    const members = (more: Partial<SandboxStackSet> = {}) => organization().stackSets.splice(0, 1, { name: 'members', region: 'us-east-1', instances: [], ...more });

    it('are that StackSets have trusted access, unless they have roles of their own', async () => {
      members();
      assert.deepEqual(found(await look(), 'aws-trusted-access'), []);
      organization().organizationAccess = 'DISABLED_PERMANENTLY';
      const report = await look();
      assert.deepEqual(found(report, 'aws-trusted-access'), ['error: Trusted access of StackSets to the organization is DISABLED_PERMANENTLY, so no StackSet reaches its accounts.']);
      assert.equal(report.issues.find(({ key }) => key === 'aws-trusted-access')?.remediation.script, 'aws cloudformation activate-organizations-access --region us-east-1');
      members({ permissionModel: 'SELF_MANAGED' });
      assert.deepEqual(found(await look(), 'aws-trusted-access'), []);
    });

    it('are not known where they may not be read', async () => {
      members();
      cloud.sandbox.faults.add({ match: 'cloudformation\\.DescribeOrganizationsAccess', do: 'denied' });
      const report = await look();
      assert.deepEqual(report.gaps.map(({ permission }) => permission), ['cloudformation:DescribeOrganizationsAccess']);
      assert.equal(report.checks.find(({ id }) => id === 'aws-trusted-access')?.outcome, 'partly');
    });

    it('are nothing that a single account is asked for', async () => {
      const report = await verified({});
      assert.ok(!report.checks.some(({ id }) => id === 'aws-trusted-access'));
      assert.ok(!report.byHand.some(({ id }) => id === 'aws-mgmt-account'));
      assert.ok((await look()).byHand.some(({ id }) => id === 'aws-mgmt-account'));
    });
  });

  describe('of the logs of a trail', () => {
    const plans = { defenderCspm: { cloudTrailIngestion: true } } as const;
    const keys = ['ct-bucket', 'ct-queue'] as const;
    const events = ['s3:ObjectCreated:*'];
    const deny = (more: object = {}) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:Get*', Resource: 'arn:aws:s3:::contoso-logs/*', ...more }] });
    const tls = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    before(() => void cloud.sandbox.seed.bucket(account, 'contoso-logs', 'eu-west-1'));
    beforeEach(() => void services().trails.push({ name: 'all', region: 'us-east-1', bucket: 'contoso-logs' }));

    it('are a bucket that exists', async () => {
      services().trails.splice(0, 1, { name: 'all', region: 'us-east-1', bucket: 'gone-logs' });
      assert.deepEqual(found(await verified(plans), ...keys), ['error: Bucket gone-logs of the trail does not exist.']);
    });

    it('are a bucket that tells a queue of new objects', async () => {
      cloud.sandbox.seed.bucketReaders('contoso-logs', { events: ['s3:ObjectRemoved:*'] });
      const report = await verified(plans);
      assert.deepEqual(found(report, ...keys), ['error: Bucket contoso-logs tells no queue and no topic of new logs, so Defender for Cloud does not hear of them.']);
      assert.equal(report.issues.find(({ key }) => key === 'ct-queue')?.remediation.script, 'aws s3api get-bucket-notification-configuration --bucket contoso-logs');
      cloud.sandbox.seed.bucketReaders('contoso-logs', { events });
      assert.deepEqual(found(await verified(plans), ...keys), []);
    });

    it('are found in a region that S3 leads nobody to', async () => {
      cloud.sandbox.seed.bucket(account, 'cape-logs', 'af-south-1');
      cloud.sandbox.seed.bucketReaders('cape-logs', { events });
      services().trails.splice(0, 1, { name: 'all', region: 'us-east-1', bucket: 'cape-logs' });
      const report = await verified(plans);
      assert.deepEqual([found(report, ...keys), report.gaps], [[], []]);
    });

    it('are a policy that denies the logs to nobody who uses TLS', async () => {
      cloud.sandbox.seed.bucketReaders('contoso-logs', { events, policy: deny() });
      assert.deepEqual(found(await verified(plans), ...keys), ['error: The policy of bucket contoso-logs denies everybody to read the logs.']);
      for (const more of [tls, { Action: 's3:Put*' }, { Resource: 'arn:aws:s3:::contoso-logs/other/*' }, { Principal: { AWS: 'arn:aws:iam::123456789012:role/other' } }]) {
        cloud.sandbox.seed.bucketReaders('contoso-logs', { events, policy: deny(more) });
        const report = await verified(plans);
        assert.deepEqual([found(report, ...keys), report.gaps], [[], []], JSON.stringify(more));
      }
    });

    it('are not known where the policy has conditions, or the bucket is of another account', async () => {
      cloud.sandbox.seed.bucketReaders('contoso-logs', { events, policy: deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } }) });
      const conditional = await verified(plans);
      assert.deepEqual(found(conditional, ...keys), []);
      assert.deepEqual(conditional.gaps.map(({ what }) => what), ['Whether the policy of bucket contoso-logs lets Defender for Cloud read']);
      cloud.sandbox.seed.bucket('345678901234', 'archive-logs');
      services().trails.splice(0, 1, { name: 'all', region: 'us-east-1', bucket: 'archive-logs' });
      assert.deepEqual((await verified(plans)).gaps.map(({ what, permission }) => [what, permission]), [
        ['Policy of bucket archive-logs', 's3:GetBucketPolicy'],
        ['Notifications of bucket archive-logs', 's3:GetBucketNotification'],
      ]);
    });

    it('hold where one of several trails has such a bucket', async () => {
      services().trails.push({ name: 'more', region: 'us-east-1', bucket: 'gone-logs' });
      cloud.sandbox.seed.bucketReaders('contoso-logs', { events });
      assert.deepEqual(found(await verified(plans), ...keys), []);
      // A bucket that is gone tells nobody of anything.
      cloud.sandbox.seed.bucketReaders('contoso-logs', {});
      assert.match(found(await verified(plans), ...keys).join(), /^error: Bucket contoso-logs tells no queue[^:]*$/);
    });
  });

  it('are operating systems that Azure Arc lists', async () => {
    region().instances.push(
      ...[{ id: 'i-1', platform: ['Microsoft Windows Server 2019 Datacenter', '10.0.17763'] }, { id: 'i-2', platform: ['Debian GNU/Linux', '12'] }, { id: 'i-3', platform: ['Red Hat Enterprise Linux', '9.4'] }] as const,
      ...[{ id: 'i-4', platform: ['Amazon Linux AMI', '2018.03'] }, { id: 'i-5', platform: ['Microsoft Windows Server 2008 R2 Standard', '6.1.7601'] }, { id: 'i-6', platform: ['Plan 9', '4'] }] as const,
    );
    const report = await verified({ servers: { tier: 'P2', arcAutoProvisioning: true } });
    assert.deepEqual(found(report, 'srv-os'), [
      'warning: Instance i-4 in us-east-1 has Amazon Linux AMI 2018.03, which Azure Arc does not list.',
      'warning: Instance i-5 in us-east-1 has Microsoft Windows Server 2008 R2 Standard 6.1.7601, which Azure Arc does not list.',
    ]);
    assert.deepEqual(report.gaps.map(({ what }) => what), ['Whether Azure Arc supports the operating system of i-6 (Plan 9 4)']);
  });

  it('are versions of Kubernetes that can gate deployments', async () => {
    region().clusters.push({ name: 'old', version: '1.9' }, { name: 'new', version: '1.31' });
    const report = await verified({ containers: { sensor: true } });
    assert.deepEqual(found(report, 'eks-gated'), ['information: Cluster old in us-east-1 runs Kubernetes 1.9; deployments can be gated from 1.31 on.']);
  });

  it('are versions of databases that have the audit plugin', async () => {
    const versions = [['mysql', '5.7.44'], ['mysql', '8.0.24'], ['mysql', '8.0.25'], ['mysql', '5.6.51'], ['mariadb', '10.1.48'], ['mariadb', '10.11.8'], ['postgres', '9.6']] as const;
    region().databases.push(...versions.map(([engine, version], index) => ({ name: `db${index}`, engine, version })));
    assert.deepEqual(found(await verified({ databases: { openSource: true } }), 'oss-plugin'), [
      'warning: Database db1 in us-east-1 has mysql 8.0.24, for which there is no audit plugin.',
      'warning: Database db3 in us-east-1 has mysql 5.6.51, for which there is no audit plugin.',
      'warning: Database db4 in us-east-1 has mariadb 10.1.48, for which there is no audit plugin.',
    ]);
  });

  it('are option groups whose options can be taken away', async () => {
    region().databases.push({ name: 'orders', engine: 'oracle-ee', optionGroup: 'vault' }, { name: 'clock', engine: 'oracle-ee', optionGroup: 'zone' });
    region().optionGroups.push(
      { name: 'vault', options: [{ name: 'TDE', permanent: true, persistent: true }, { name: 'S3_INTEGRATION' }] },
      { name: 'zone', options: [{ name: 'Timezone', permanent: true }] },
      { name: 'unused', options: [{ name: 'TDE', persistent: true }] },
    );
    const report = await verified({ defenderCspm: { sensitiveDataDiscovery: true } });
    assert.deepEqual(found(report, 'dspm-rds-option-group'), ['warning: Option group vault in us-east-1 has TDE, which cannot be taken away, so sensitive data in orders is not found.']);
    cloud.sandbox.faults.add({ match: 'rds\\.DescribeOptionGroups', do: 'denied' });
    assert.deepEqual((await verified({ defenderCspm: { sensitiveDataDiscovery: true } })).gaps.map(({ permission }) => permission), ['rds:DescribeOptionGroups']);
  });

  it('that are not checked are told, with the reason and how to check them by hand', async () => {
    const { byHand } = await verified({ servers: { tier: 'P2', agentlessScanning: true } });
    assert.deepEqual(byHand.map(({ id }) => id), ['aws-account-age', 'aws-scp', 'agl-running', 'agl-ami', 'agl-kms']);
    assert.equal(byHand[0]?.script, `aws organizations describe-account --account-id ${account}`);
    assert.ok(byHand.every(({ why, steps, reference }) => why.endsWith('.') && steps.length > 0 && reference.startsWith('https://')));
  });
});
