import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toArmBody } from '../../../../src/core/generate/arm-body';
import { readDocument } from '../../../../src/core/document/read-document';
import { toConnector } from '../../../../src/core/document/to-connector';
import { fromArmBody, type ImportContext } from '../../../../src/core/import/from-arm-body';
import { toConnectorText } from '../../../../src/core/import/to-connector-text';
import { isJsonObject, type Json, type JsonObject } from '../../../../src/core/model/json';
import { anyConnector } from '../generate/arm/any-connector';
import { anyArmBody } from './any-arm-body';
import { saidByBody } from './said-by-body';

/** The whole unit suite has seconds: a bug that one run in a thousand finds is found on another day. */
const few = { numRuns: 40 };

const context: ImportContext = {
  name: 'contoso',
  subscription: '66666666-7777-4888-9999-000000000000',
  resourceGroup: 'rg-security',
  tenant: '11111111-2222-4333-8444-555555555555',
};

const monitor = { offeringType: 'CspmMonitorAws', nativeCloudConnection: { cloudRoleArn: 'arn:aws:iam::123456789012:role/CspmMonitorAws' } };

const bodyWith = (offerings: readonly Json[], environment: JsonObject = {}, properties: JsonObject = {}): JsonObject => ({
  id: '/subscriptions/x',
  etag: '"1"',
  location: 'eastus',
  properties: {
    hierarchyIdentifier: '123456789012',
    environmentName: 'AWS',
    environmentData: { environmentType: 'AwsAccount', accountName: 'prod', regions: [], scanInterval: 12, ...environment },
    offerings,
    ...properties,
  },
});

function imported(body: JsonObject, more: Partial<ImportContext> = {}) {
  const result = fromArmBody(body, { ...context, ...more });
  assert.ok(result.ok);
  return result.value;
}

const throughText = (body: JsonObject) => {
  const text = toConnectorText(imported(body).connector, { format: 'yaml' });
  return { text, connector: toConnector(readDocument(text, 'yaml')) };
};

describe('a body from Azure', function () {
  this.timeout(20_000);

  it('becomes a connector', () => {
    const { connector, kept, notes } = imported(bodyWith([monitor]));
    assert.deepEqual(connector, {
      name: 'contoso',
      account: { id: '123456789012', type: 'single', excluded: [] },
      regions: 'all',
      scanIntervalHours: 12,
      azure: { tenant: context.tenant, subscription: context.subscription, resourceGroup: 'rg-security', location: 'eastus' },
      access: 'default',
      plans: {},
      roles: {},
      deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1' },
    });
    assert.deepEqual(kept, []);
    assert.deepEqual(notes, ['Azure does not say which permissions the roles have: the file says default. Change access if they have least privilege.']);
  });

  it('keeps what a file cannot say, and says so', () => {
    const body = bodyWith(
      [
        { offeringType: 'CspmMonitorAws', nativeCloudConnection: { cloudRoleArn: 'arn:aws:iam::123456789012:role/security/Monitor' } },
        { offeringType: 'DefenderForServersAws', subPlan: { type: 'P9' } },
        { offeringType: 'InformationProtectionAws' },
      ],
      { organizationalData: { organizationMembershipType: 'Member', parentHierarchyId: '210987654321' }, scanInterval: null },
    );
    const { connector, kept, notes } = imported(body);
    assert.deepEqual(connector.plans, {});
    assert.deepEqual(kept, [
      { path: '/properties/environmentData/scanInterval', value: null },
      { path: '/properties/environmentData/organizationalData/organizationMembershipType', value: 'Member' },
      { path: '/properties/environmentData/organizationalData/parentHierarchyId', value: '210987654321' },
      { path: '/properties/offerings/CspmMonitorAws/nativeCloudConnection/cloudRoleArn', value: 'arn:aws:iam::123456789012:role/security/Monitor' },
      { path: '/properties/offerings/DefenderForServersAws/subPlan/type', value: 'P9' },
      { path: '/properties/offerings/InformationProtectionAws', value: {} },
    ]);
    assert.deepEqual(notes.slice(1), [
      'This account was connected with its organization 210987654321: that stays under arm.',
      'Azure says P9 for the plan of Defender for Servers, and a file can say P1 or P2: the offering stays under arm.',
      'A connector file has no words for the offering InformationProtectionAws: it stays under arm.',
    ]);
    assert.deepEqual(saidByBody(toArmBody(connector, { apiVersion: '2023-10-01-preview' }).body), saidByBody(body));
  });

  it('is read under older names, and with the plan as a plain text', () => {
    const { connector, kept, notes } = imported(
      bodyWith([
        monitor,
        { offeringType: 'DefenderForServersAws', subPlan: 'P1', vmScanners: { enabled: true, configuration: { cloudRoleArn: 'arn:aws:iam::123456789012:role/Scan', scanningMode: 'Default', exclusionTags: {} } } },
        { offeringType: 'DefenderForContainersAws', autoProvisioning: false, scubaExternalId: 'abc' },
      ]),
    );
    assert.deepEqual(connector.plans, { servers: { tier: 'P1', agentlessScanning: true }, containers: { threatProtection: false } });
    assert.deepEqual(connector.roles, { agentlessScanner: 'Scan' });
    assert.deepEqual(kept, [{ path: '/properties/offerings/DefenderForContainersAws/dataCollectionExternalId', value: 'abc' }]);
    assert.deepEqual(notes.slice(1), [
      'DefenderForServersAws.vmScanners.configuration.cloudRoleArn is an older name: it is read as DefenderForServersAws.vmScanners.cloudRoleArn.',
      'DefenderForContainersAws.autoProvisioning is an older name: it is read as DefenderForContainersAws.enableAuditLogsAutoProvisioning.',
      'DefenderForContainersAws.scubaExternalId is an older name: it is read as DefenderForContainersAws.dataCollectionExternalId.',
      'The plan of Defender for Servers is a plain text in this body: it is written as an object, as the specification has it.',
    ]);
  });

  it('names a role only when that says every ARN of it', () => {
    const scanner = (name: string) => ({ enabled: true, cloudRoleArn: `arn:aws:iam::123456789012:role/${name}`, configuration: { scanningMode: 'Default' } });
    const body = (one: Json, other: Json) =>
      bodyWith([monitor, { offeringType: 'DefenderCspmAws', vmScanners: one }, { offeringType: 'DefenderForContainersAws', vmScanners: other }]);
    const { cloudRoleArn: _arn, ...withoutArn } = scanner('Scan');
    assert.deepEqual(imported(body(scanner('Scan'), scanner('Scan'))).connector.roles, { agentlessScanner: 'Scan' });
    for (const other of [scanner('Other'), withoutArn]) {
      const { connector } = imported(body(scanner('Scan'), other));
      assert.deepEqual(connector.roles, {});
      assert.deepEqual(saidByBody(toArmBody(connector).body), saidByBody(body(scanner('Scan'), other)));
    }
  });

  it('says what is unknown', () => {
    const { tenant: _tenant, ...rest } = context;
    const result = fromArmBody({ properties: { environmentName: 'AWS' } }, rest);
    assert.ok(result.ok);
    assert.deepEqual(result.value.notes.filter((note) => !note.includes('permissions')), [
      'Azure does not say the tenant: put your Microsoft Entra tenant id in place of 00000000-0000-0000-0000-000000000000.',
      'An empty text is not an AWS account id: put the twelve digits of the account in its place.',
      'Azure does not say the location: add it.',
    ]);
  });

  it('is refused when it is not for AWS', () => {
    const of = (body: unknown) => fromArmBody(body, context);
    const refused = of({ properties: { environmentName: 'GCP', environmentData: { environmentType: 'GcpProject' } } });
    assert.ok(!refused.ok);
    assert.equal(refused.error.message, 'Connector contoso is for GCP, and a connector file is for an AWS account.');
    for (const body of [undefined, null, 'x', [], {}, { properties: null }]) assert.equal(of(body).ok, false);
  });

  it('loses nothing on the way through a file, whatever is in it', () => {
    fc.assert(
      fc.property(anyArmBody, (body) => {
        assert.deepEqual(saidByBody(toArmBody(imported(body).connector).body), saidByBody(body));
      }),
      few,
    );
  });

  it('loses nothing on the way through the text of a file', () => {
    fc.assert(
      fc.property(anyArmBody, (body) => {
        const { connector } = throughText(body);
        // A body without a usable account id gives a file that the linter refuses.
        if (connector) assert.deepEqual(connector, imported(body).connector);
        else assert.doesNotMatch(imported(body).connector.account.id, /^[0-9]{12}$/);
      }),
      few,
    );
  });
});

describe('an update of what Azure has', function () {
  this.timeout(20_000);

  const update = (base: JsonObject, change: Partial<ReturnType<typeof imported>['connector']>) => {
    const { arm: _arm, ...connector } = imported(base).connector;
    return toArmBody({ ...connector, ...change }, { base }).body;
  };

  const offeringOf = (body: JsonObject, type: string) =>
    ((body['properties'] as JsonObject)['offerings'] as readonly JsonObject[]).find(({ offeringType }) => offeringType === type);

  it('changes nothing when the file says what Azure has', () => {
    fc.assert(
      fc.property(anyArmBody, (base) => {
        const { id: _id, name: _name, type: _type, ...sent } = base;
        assert.deepEqual(update(base, {}), sent);
        assert.deepEqual(toArmBody(imported(base).connector, { base }).body, sent);
      }),
      few,
    );
  });

  it('changes what the file says, and leaves the rest', () => {
    const base = bodyWith([
      { offeringType: 'NewAws', setting: 1 },
      { ...monitor, description: 'read-only', extra: [1] },
      {
        offeringType: 'DefenderForServersAws',
        subPlan: { type: 'P2' },
        mdeAutoProvisioning: { enabled: true, configuration: { a: 1 } },
        vmScanners: { enabled: true, cloudRoleArn: 'arn:aws:iam::123456789012:role/DefenderForCloud-AgentlessScanner', configuration: { scanningMode: 'Default' } },
      },
    ]);
    const body = update({ ...base, tags: { team: 'a' } }, { plans: { servers: { tier: 'P1', vulnerabilityAssessment: 'TVM' } }, scanIntervalHours: 6 });
    assert.deepEqual(body, {
      etag: '"1"',
      location: 'eastus',
      tags: { team: 'a' },
      properties: {
        hierarchyIdentifier: '123456789012',
        environmentName: 'AWS',
        environmentData: { environmentType: 'AwsAccount', regions: [], scanInterval: 6 },
        offerings: [
          { offeringType: 'NewAws', setting: 1 },
          { ...monitor, extra: [1] },
          {
            offeringType: 'DefenderForServersAws',
            subPlan: { type: 'P1' },
            mdeAutoProvisioning: { enabled: false, configuration: { a: 1 } },
            vaAutoProvisioning: { enabled: true, configuration: { type: 'TVM' } },
          },
        ],
      },
    });
  });

  it('takes a plan away that the file does not have, and permissions management as a whole', () => {
    const cspm = { offeringType: 'DefenderCspmAws', ciem: { ciemDiscovery: { cloudRoleArn: 'x' }, ciemOidc: { azureActiveDirectoryAppName: 'app' } } };
    const base = bodyWith([monitor, cspm]);
    assert.equal(offeringOf(update(base, { plans: {} }), 'DefenderCspmAws'), undefined);
    assert.deepEqual(offeringOf(update(base, { plans: { defenderCspm: {} } }), 'DefenderCspmAws'), { offeringType: 'DefenderCspmAws' });
  });

  it('never mixes a member account with a management account', () => {
    const member = { organizationMembershipType: 'Member', parentHierarchyId: '210987654321' };
    const base = bodyWith([monitor], { organizationalData: member });
    const { connector } = imported(base);
    const account = { ...connector.account, type: 'management' as const, stackSet: 'set' };
    for (const body of [update(base, { account }), toArmBody({ ...connector, account }).body]) {
      const environment = (body['properties'] as JsonObject)['environmentData'] as JsonObject;
      assert.deepEqual(environment['organizationalData'], { organizationMembershipType: 'Organization', stacksetName: 'set' });
    }
  });

  it('lets the file win over what it kept', () => {
    const base = bodyWith([{ ...monitor, nativeCloudConnection: { cloudRoleArn: 'arn:aws:iam::1:role/a/B' } }], { scanInterval: null });
    const { connector } = imported(base);
    for (const options of [{}, { base }]) {
      const { body } = toArmBody({ ...connector, scanIntervalHours: 6, roles: { cspmMonitor: 'Mine' } }, options);
      assert.equal(((body['properties'] as JsonObject)['environmentData'] as JsonObject)['scanInterval'], 6);
      assert.deepEqual(offeringOf(body, 'CspmMonitorAws')?.['nativeCloudConnection'], { cloudRoleArn: 'arn:aws:iam::123456789012:role/Mine' });
    }
  });

  it('takes away what the file leaves out with null', () => {
    const { connector } = imported(bodyWith([monitor]));
    const base = { ...bodyWith([monitor]), tags: { team: 'a', cost: 'b' } };
    assert.deepEqual(toArmBody({ ...connector, arm: { tags: { team: null } } }, { base }).body['tags'], { cost: 'b' });
  });

  it('is a body that a file can say again, whatever is changed', () => {
    fc.assert(
      fc.property(anyArmBody, anyConnector, (base, wanted) => {
        const { body } = toArmBody(wanted, { base });
        const { connector } = imported(body, { file: wanted });
        assert.ok(isJsonObject(body) && connector.account.id === wanted.account.id);
        assert.deepEqual(toArmBody(connector, { base: body }).body, body);
      }),
      few,
    );
  });
});
