import assert from 'node:assert/strict';
import type { FaultRule } from '../../../sandbox/start-sandbox';
import type { VerificationReport } from '../../../src/core/model/verification';
import { account, connector, deploy, start, valueOf, verifyIn, type Cloud } from './verified';

const wanted = {
  ...connector,
  plans: { containers: { threatProtection: true, kubernetesApiAccess: true }, servers: { tier: 'P2', arcAutoProvisioning: true }, databases: { openSource: true }, defenderCspm: { cloudTrailIngestion: true } },
} as const;

/** The services that a verification reads, each with an operation of its own protocol. */
const services = ['eks.ListClusters', 'ssm.DescribeInstanceInformation', 'rds.DescribeDBInstances', 'cloudtrail.DescribeTrails', 'firehose.ListDeliveryStreams', 'servicequotas.GetServiceQuota', 's3.ListBuckets', 's3.GetBucketPolicy', 's3.GetBucketNotificationConfiguration', 'iam.SimulatePrincipalPolicy', 'cloudformation.DescribeStacks', 'sts.GetSessionToken'];

const faults: readonly [name: string, rule: Omit<FaultRule, 'match'>, words: RegExp][] = [
  ['a denial', { do: 'denied' }, /may not .*: it lacks [\w-]+:\w+/],
  ['throttling', { do: 'throttle' }, /too many requests/],
  ['an internal error', { do: 'error' }, /AWS refused to/],
  ['a page of a proxy', { do: 'html' }, /Something between here and AWS/],
  ['a connection that breaks', { do: 'reset' }, /did not answer/],
  ['a request that hangs', { do: 'hang' }, /did not answer/],
];

describe('verifying through faults', function () {
  this.timeout(120_000);

  let cloud: Cloud;
  before(async () => {
    cloud = await start();
    await deploy(cloud, wanted);
    const region = cloud.sandbox.seed.services(account).region('us-east-1');
    region.clusters.push({ name: 'payments', logTypes: ['audit', 'authenticator'] });
    region.instances.push({ id: 'i-1' });
    cloud.sandbox.seed.services(account).trails.push({ name: 'all', region: 'us-east-1', bucket: 'contoso-trail' });
    cloud.sandbox.seed.bucket(account, 'contoso-trail');
    cloud.sandbox.seed.bucketReaders('contoso-trail', { events: ['s3:ObjectCreated:Put'] });
  });
  afterEach(() => cloud.sandbox.faults.clear());
  after(() => cloud.stop());

  const verified = async (): Promise<VerificationReport> => valueOf(await verifyIn(wanted, {}, { attempts: 1, timeout: 1_000 }));

  it('is healthy but for the role that nobody publishes, where nothing is wrong', async () => {
    const report = await verified();
    assert.deepEqual(report.issues.map(({ description }) => description), ['There is no role DefenderForCloud-DataThreatProtectionDB, which Open-source relational databases needs.']);
    assert.deepEqual(report.gaps, []);
  });

  for (const [name, rule, words] of faults)
    it(`tells ${name} as what could not be looked at, for each service`, async () => {
      for (const match of services) {
        cloud.sandbox.faults.clear();
        cloud.sandbox.faults.add({ match: match.replace('.', '\\.'), ...rule });
        const report = await verified();
        assert.ok(report.gaps.length > 0, match);
        assert.match(report.gaps[0]?.why ?? '', words, match);
        assert.equal(report.gaps[0]?.permission !== null, rule.do === 'denied', match);
        assert.deepEqual(report.issues.filter(({ key }) => key !== 'aws-role-exists'), [], match);
      }
    });
});
