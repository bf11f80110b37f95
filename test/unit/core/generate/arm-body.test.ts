import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toArmBody } from '../../../../src/core/generate/arm-body';
import { armApiVersions } from '../../../../src/core/generate/arm/api-versions';
import { fromArmBody } from '../../../../src/core/import/from-arm-body';
import type { Connector } from '../../../../src/core/model/connector';
import type { JsonObject } from '../../../../src/core/model/json';
import { anyConnector } from './arm/any-connector';

const place = { subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg-security' };

const connector: Connector = {
  name: 'contoso',
  account: { id: '123456789012', type: 'management', excluded: ['210987654321'], stackSet: 'defender-members' },
  regions: ['us-east-1'],
  scanIntervalHours: 6,
  azure: { ...place, tenant: '11111111-2222-4333-8444-555555555555', location: 'eastus' },
  access: 'default',
  plans: {
    defenderCspm: { sensitiveDataDiscovery: true, ciem: true },
    servers: { tier: 'P2', arcAutoProvisioning: { proxy: 'http://proxy:3128' }, agentlessScanning: { excludeTags: { team: 'lab' } }, vulnerabilityAssessment: 'TVM' },
    containers: { threatProtection: { retentionDays: 30 }, sensor: false },
    databases: { sqlServers: true, openSource: true },
  },
  roles: { cspmMonitor: 'Monitor' },
  deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1' },
};

const role = (name: string) => ({ cloudRoleArn: `arn:aws:iam::123456789012:role/${name}` });

const on = (name: string) => ({ enabled: true, ...role(name) });

const imported = (body: unknown, file?: Connector, from = connector) => {
  const result = fromArmBody(body, { ...from.azure, name: from.name, ...(file ? { file } : {}) });
  assert.ok(result.ok);
  return result.value;
};

describe('the ARM body of a connector', function () {
  this.timeout(20_000);

  it('says every setting where the specification has it', () => {
    assert.deepEqual(toArmBody(connector), {
      body: {
        location: 'eastus',
        properties: {
          hierarchyIdentifier: '123456789012',
          environmentName: 'AWS',
          environmentData: {
            environmentType: 'AwsAccount',
            organizationalData: {
              organizationMembershipType: 'Organization',
              stacksetName: 'defender-members',
              excludedAccountIds: ['210987654321'],
            },
            regions: ['us-east-1'],
            scanInterval: 6,
          },
          offerings: [
            { offeringType: 'CspmMonitorAws', nativeCloudConnection: role('Monitor') },
            {
              offeringType: 'DefenderCspmAws',
              dataSensitivityDiscovery: on('SensitiveDataDiscovery'),
              databasesDspm: on('DefenderForCloud-DataSecurityPostureDB'),
              ciem: { ciemDiscovery: role('DefenderForCloud-Ciem'), ciemOidc: role('DefenderForCloud-OidcCiem') },
            },
            {
              offeringType: 'DefenderForServersAws',
              defenderForServers: role('DefenderForCloud-DefenderForServers'),
              arcAutoProvisioning: { ...on('DefenderForCloud-ArcAutoProvisioning'), configuration: { proxy: 'http://proxy:3128' } },
              vaAutoProvisioning: { enabled: true, configuration: { type: 'TVM' } },
              subPlan: { type: 'P2' },
              vmScanners: {
                ...on('DefenderForCloud-AgentlessScanner'),
                configuration: { scanningMode: 'Default', exclusionTags: { team: 'lab' } },
              },
            },
            {
              offeringType: 'DefenderForContainersAws',
              kubernetesService: role('MDCContainersK8sRole'),
              kubernetesDataCollection: role('MDCContainersK8sDataCollectionRole'),
              cloudWatchToKinesis: role('MDCContainersK8sCloudWatchToKinesisRole'),
              kinesisToS3: role('MDCContainersK8sKinesisToS3Role'),
              enableAuditLogsAutoProvisioning: true,
              enableDefenderAgentAutoProvisioning: false,
              kubeAuditRetentionTime: 30,
            },
            {
              offeringType: 'DefenderForDatabasesAws',
              arcAutoProvisioning: { enabled: false },
              rds: on('DefenderForCloud-DataThreatProtectionDB'),
              databasesDspm: on('DefenderForCloud-DataSecurityPostureDB'),
            },
          ],
        },
      },
      notes: [],
    });
  });

  it('uses the names of older api-versions and says what they do not know', () => {
    const { body, notes } = toArmBody(connector, { apiVersion: '2022-08-01-preview' });
    const { environmentData, offerings } = body['properties'] as JsonObject & { offerings: JsonObject[] };
    assert.deepEqual(Object.keys(environmentData as JsonObject), ['environmentType', 'organizationalData']);
    const servers = offerings.find(({ offeringType }) => offeringType === 'DefenderForServersAws');
    assert.deepEqual(servers?.['vmScanners'], {
      enabled: true,
      configuration: { scanningMode: 'Default', exclusionTags: { team: 'lab' }, ...role('DefenderForCloud-AgentlessScanner') },
    });
    const containers = offerings.find(({ offeringType }) => offeringType === 'DefenderForContainersAws');
    assert.deepEqual(Object.keys(containers ?? {}), [
      'offeringType', 'kubernetesService', 'cloudWatchToKinesis', 'kinesisToS3', 'kubeAuditRetentionTime', 'autoProvisioning', 'kubernetesScubaReader',
    ]);
    assert.ok(notes.includes('Api-version 2022-08-01-preview does not know DefenderCspmAws.ciem, so it is left out.'), notes.join('\n'));
  });

  it('says what no body can turn on', () => {
    const plans = { defenderCspm: { cloudTrailIngestion: true, serverlessProtection: true } };
    assert.equal(toArmBody({ ...connector, plans }).notes.length, 2);
    assert.equal(toArmBody({ ...connector, plans }, { apiVersion: '2026-08-01-preview' }).notes.length, 2);
    assert.deepEqual(toArmBody({ ...connector, plans: { defenderCspm: {} } }).notes, []);
  });

  it('goes to Azure and back into its file unchanged', () => {
    fc.assert(
      fc.property(anyConnector, (any) => {
        const { arm: _arm, ...back } = imported(toArmBody(any).body, any, any).connector;
        assert.deepEqual(back, any);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves in the file what no body says when Azure changed the rest of the plan', () => {
    const { body } = toArmBody({ ...connector, plans: { defenderCspm: { ciem: true } } });
    const file = { ...connector, plans: { defenderCspm: { registryAccess: true, cloudTrailIngestion: true, serverlessProtection: false } } };
    const expected = { defenderCspm: { ciem: true, cloudTrailIngestion: true, serverlessProtection: false } };
    assert.deepEqual(imported(body, file).connector.plans, expected);
    assert.deepEqual(imported(toArmBody({ ...connector, plans: {} }).body, file).connector.plans, {});
  });

  it('brings all that Azure knows into a file that says something else', () => {
    fc.assert(
      fc.property(anyConnector, anyConnector, (any, other) => {
        const file = { ...other, azure: any.azure, deployment: any.deployment };
        const { connector: back, kept } = imported(toArmBody(any).body, file, any);
        assert.deepEqual(kept, []);
        assert.deepEqual(toArmBody(back).body, toArmBody(any).body);
        assert.deepEqual([back.access, back.deployment], [file.access, file.deployment]);
      }),
      { numRuns: 40 },
    );
  });

  it('goes to every api-version and back as far as that one knows it', () => {
    fc.assert(
      fc.property(anyConnector, fc.constantFrom(...armApiVersions), (any, apiVersion) => {
        const { body } = toArmBody(any, { apiVersion });
        const context = { ...any.azure, name: any.name, apiVersion, file: { ...any, plans: {}, roles: {} } };
        const back = fromArmBody(body, context);
        assert.ok(back.ok);
        assert.deepEqual(toArmBody(back.value.connector, { apiVersion }).body, body);
      }),
      { numRuns: 40 },
    );
  });
});
