import assert from 'node:assert/strict';
import type { Plans } from '../../../src/core/model/connector';
import type { ConnectorIssue } from '../../../src/core/model/health';
import type { VerificationReport } from '../../../src/core/model/verification';
import { account, connector, deploy, start, valueOf, verifyIn, type Cloud } from './verified';

const plans: Plans = {
  defenderCspm: { agentlessScanning: true, kubernetesApiAccess: true, sensitiveDataDiscovery: true },
  servers: { tier: 'P2', arcAutoProvisioning: true, agentlessScanning: true },
  containers: { threatProtection: true, sensor: true, kubernetesApiAccess: true },
};

const keys = ({ issues }: VerificationReport): readonly string[] => [...new Set(issues.map(({ key }) => key))].sort();
const issueOf = ({ issues }: VerificationReport, key: string): ConnectorIssue => {
  const found = issues.find((issue) => issue.key === key);
  if (!found) throw new Error(`There is no issue ${key}: ${issues.map((issue) => issue.key).join(', ')}`);
  return found;
};

describe('verifying a connector', function () {
  this.timeout(30_000);

  let cloud: Cloud;
  beforeEach(async () => void (cloud = await start()));
  afterEach(() => cloud.stop());
  const services = () => cloud.sandbox.seed.services(account);

  it('finds nothing wrong where the generated template is deployed', async () => {
    services().region('us-east-1').clusters.push({ name: 'payments', logTypes: ['audit', 'authenticator'] });
    services().region('us-east-1').instances.push({ id: 'i-1' });
    await deploy(cloud, { ...connector, plans });
    const report = valueOf(await verifyIn({ ...connector, plans }));
    assert.deepEqual(report.issues, []);
    assert.deepEqual(report.gaps, []);
    assert.equal(report.state, 'healthy');
    assert.ok(report.checks.length > 12, String(report.checks.length));
    assert.ok(report.checks.every(({ outcome }) => outcome === 'passed'));
    assert.equal(report.reason, `Nothing wrong was found in ${report.checks.length} checks.`);
  });

  it('asks AWS for nothing that changes it', async () => {
    await deploy(cloud, { ...connector, plans });
    const before = cloud.sandbox.requests().length;
    valueOf(await verifyIn({ ...connector, plans }));
    const asked = new Set(cloud.sandbox.requests().slice(before).map(({ operation }) => operation.split('.')[1] ?? ''));
    assert.deepEqual([...asked].filter((operation) => !/^(Get|List|Describe|Simulate)/.test(operation)), []);
  });

  it('says of an account without a deployment what is missing, by plan', async () => {
    const report = valueOf(await verifyIn({ ...connector, plans }));
    assert.equal(report.state, 'unhealthy');
    assert.deepEqual(keys(report), ['aws-oidc-provider', 'aws-role-exists', 'aws-stack', 'eks-cluster', 'srv-ssm-agent']);
    const unseen = ['aws-oidc-audiences', 'aws-oidc-thumbprint', 'aws-role-trust', 'aws-role-permissions', 'aws-role-simulation'];
    assert.deepEqual(report.checks.filter(({ id, outcome }) => unseen.includes(id) && outcome !== 'partly'), [], 'of what is not there nothing is well');
    const provider = issueOf(report, 'aws-oidc-provider');
    assert.match(provider.remediation.script ?? '', /^aws iam create-open-id-connect-provider --url https:\/\/sts\.windows\.net\/33e01921-/);
    const scanner = report.issues.find(({ evidence }) => evidence.some(({ value }) => value === 'DefenderForCloud-AgentlessScanner'));
    assert.deepEqual(scanner?.plans, ['Defender CSPM', 'Defender for Servers']);
  });

  it('finds an audience that the provider lacks, with the command that adds it', async () => {
    const url = 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
    cloud.sandbox.seed.oidcProvider(account, { url, clientIds: ['api://1462b192-27f7-4cb9-8523-0f4ecb54b47e'], thumbprints: ['a'.repeat(40)] });
    await deploy(cloud, { ...connector, plans: { servers: { tier: 'P2' } } });
    const report = valueOf(await verifyIn({ ...connector, plans: { servers: { tier: 'P2' } } }));
    assert.deepEqual(keys(report), ['aws-oidc-audiences', 'aws-oidc-thumbprint']);
    const found = report.issues.find(({ description }) => description.includes('api://AzureSecurityCenter.MultiCloud.DefenderForServers,'));
    assert.equal(
      found?.remediation.script,
      `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::${account}:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/ --client-id api://AzureSecurityCenter.MultiCloud.DefenderForServers`,
    );
    assert.equal(issueOf(report, 'aws-oidc-thumbprint').severity, 'information');
  });

  it('judges the trust policy and the permissions as they stand in IAM', async () => {
    const wanted = { ...connector, plans: { servers: { tier: 'P2', agentlessScanning: true } } as const };
    await deploy(cloud, { ...wanted, azure: { ...wanted.azure, tenant: '99999999-2222-4333-8444-555555555555' } });
    const other = valueOf(await verifyIn(wanted));
    assert.match(issueOf(other, 'aws-role-trust').description, /^Role CspmMonitorAws refuses the token of Defender for Cloud: /);
    assert.equal(other.state, 'unhealthy');

    const role = cloud.sandbox.state.role(account, 'DefenderForCloud-AgentlessScanner');
    assert.ok(role);
    role.attachedPolicies.clear();
    role.inlinePolicies.clear();
    const bare = issueOf(valueOf(await verifyIn(wanted)), 'aws-role-permissions');
    assert.match(bare.description, /^Role DefenderForCloud-AgentlessScanner may not use .* so Agentless scanning \(P2\) does not work as it should\.$/);
    assert.equal(bare.severity, 'error');
    assert.deepEqual(bare.plans, ['Defender for Servers']);
  });

  it('says what it may not read, with the permission, and judges the rest', async () => {
    await deploy(cloud, { ...connector, plans });
    cloud.sandbox.faults.add({ match: 'iam\\.GetRole|eks\\..*', do: 'denied' });
    const report = valueOf(await verifyIn({ ...connector, plans }));
    assert.deepEqual([...new Set(report.gaps.map(({ permission }) => permission))].sort(), ['eks:ListClusters', 'iam:GetRole']);
    assert.match(report.gaps.find(({ permission }) => permission === 'eks:ListClusters')?.why ?? '', /may not read the EKS clusters of us-east-1/);
    assert.deepEqual(keys(report), ['srv-ssm-agent']);
    assert.equal(report.state, 'unknown');
    assert.equal(report.checks.find(({ id }) => id === 'aws-role-exists')?.outcome, 'partly');
  });

  it('finds what the plans need in each region', async () => {
    const wide = { ...connector, regions: ['us-east-1', 'eu-west-1', 'af-south-1', 'eu-north-1'], plans: { ...plans, databases: { openSource: true }, defenderCspm: { ...plans.defenderCspm, cloudTrailIngestion: true } } };
    await deploy(cloud, wide);
    const [east, west] = [services().region('us-east-1'), services().region('eu-west-1')];
    east.clusters.push({ name: 'old', authenticationMode: 'CONFIG_MAP', publicCidrs: ['203.0.113.0/24'], tags: { ms_defender_container_exclude_sensors: 'true' } });
    west.clusters.push({ name: 'private', publicEndpoint: false, logTypes: ['audit', 'authenticator'] });
    east.instances.push({ id: 'i-1' }, { id: 'i-2', pingStatus: 'ConnectionLost' });
    west.databases.push({ name: 'orders', engine: 'mysql', status: 'stopped', backupDays: 0 }, { name: 'big', engine: 'oracle-ee' }, { name: 'wait', engine: 'postgres', parameterStatus: 'pending-reboot' });
    west.databaseQuotas.set('DBParameterGroups', { used: 50, max: 50 });
    east.streams.push(...Array.from({ length: 50 }, (_, index) => `stream-${String(index).padStart(2, '0')}`));
    services().trails.push({ name: 'data', region: 'us-east-1', managementEvents: false }, { name: 'stopped', region: 'us-east-1', isLogging: false });
    services().regionsNotEnabled.add('af-south-1');
    services().regionsWithoutSessions.add('eu-north-1');
    const report = valueOf(await verifyIn(wide));
    assert.deepEqual(
      report.issues.map(({ description }) => description).sort(),
      [
        '50 of 50 DBParameterGroups are used in eu-west-1: Defender for Cloud cannot make one.',
        '50 of 50 Firehose streams are used in us-east-1: there is no room for another.',
        '1 of 2 managed instances in us-east-1 are not online in Systems Manager: i-2.',
        'Cluster old in us-east-1 does not let 172.212.245.192/28 and 48.209.1.192/28 in, so Defender for Cloud does not reach its API server.',
        'Cluster old in us-east-1 does not log audit and authenticator, so threats in it are not seen.',
        'Cluster old in us-east-1 has authentication mode CONFIG_MAP, so it takes no access entry for Defender for Cloud.',
        'Cluster old in us-east-1 has tag ms_defender_container_exclude_sensors, so it gets no sensor.',
        'Cluster private in eu-west-1 has no public endpoint, so Defender for Cloud does not reach its API server.',
        'Database big in eu-west-1 has engine oracle-ee, which the plan does not cover.',
        'Database orders in eu-west-1 has no automated backups, so sensitive data in it is not found.',
        'Database orders in eu-west-1 is stopped, so it is not protected now.',
        'Database wait in eu-west-1 waits for a restart before changed parameters take effect.',
        'No trail of the account logs management events.',
        'Region af-south-1 (Africa (Cape Town)) is not enabled in the account, and the connector lists it.',
        'STS does not issue sessions in eu-north-1 (Europe (Stockholm)), so Defender for Cloud cannot look there.',
        "There is no role DefenderForCloud-DataThreatProtectionDB, which Open-source relational databases needs.",
      ].sort(),
    );
    assert.equal(
      issueOf(report, 'eks-public-endpoint').remediation.script,
      'aws eks update-cluster-config --name old --region us-east-1 --resources-vpc-config endpointPublicAccess=true,publicAccessCidrs=203.0.113.0/24,172.212.245.192/28,48.209.1.192/28',
    );
    assert.ok(report.issues.every(({ reference }) => reference?.startsWith('https://')));
  });

  it('takes a trail whose advanced selectors name management events', async () => {
    const wanted = { ...connector, plans: { defenderCspm: { cloudTrailIngestion: true } } };
    services().trails.push({ name: 'all', region: 'us-east-1', advanced: true });
    assert.ok(!keys(valueOf(await verifyIn(wanted))).includes('ct-trail'));
  });

  it('reads the StackSet of an organization', async () => {
    const management = { ...connector, account: { id: '210987654321', type: 'management', excluded: [], stackSet: 'members' } } as const;
    const look = async () => valueOf(await verifyIn(management, {}, { profile: 'sandbox-management' }));
    assert.match(issueOf(await look(), 'aws-stack-set').description, /There is no StackSet members in us-east-1/);
    const instances = Array.from({ length: 7 }, (_, index) => ({ account: `40000000000${index}`, region: 'us-east-1', status: index === 6 ? 'OUTDATED' : 'CURRENT', reason: 'a reason' }));
    cloud.sandbox.seed.services('210987654321').stackSets.push({ name: 'members', region: 'us-east-1', instances });
    const found = issueOf(await look(), 'aws-stack-set');
    assert.equal(found.description, '1 of 7 instances of StackSet members are not current.');
    assert.deepEqual(found.evidence, [{ label: '400000000006 us-east-1', value: 'OUTDATED: a reason' }]);
  });

  it('stops at another account, at wrong keys and at a cancel', async () => {
    const elsewhere = await verifyIn({ ...connector, account: { ...connector.account, id: '345678901234' } });
    assert.ok(!elsewhere.ok && elsewhere.error.code === 'wrongAccount');
    cloud.sandbox.faults.add({ match: 'sts\\..*', do: 'expired', times: 1 });
    const expired = await verifyIn(connector);
    assert.ok(!expired.ok && expired.error.code === 'credentials');
    const controller = new AbortController();
    const seen: number[] = [];
    const cancelled = await verifyIn({ ...connector, regions: 'all' }, { signal: controller.signal, report: ({ done }) => { seen.push(done); if (done === 3) controller.abort(); } });
    assert.ok(!cancelled.ok && cancelled.error.code === 'cancelled');
    assert.ok(seen.length >= 3);
  });

  it('tells its progress to the end', async () => {
    const seen: string[] = [];
    valueOf(await verifyIn({ ...connector, regions: 'all', plans }, { report: ({ done, total }) => seen.push(`${done}/${total}`) }));
    assert.equal(seen.at(-1), `${seen.length}/${seen.length}`);
  });
});
