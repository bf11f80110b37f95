import assert from 'node:assert/strict';
import { audienceByValue } from '../../../../src/core/catalog/audience-by-value';
import { catalog } from '../../../../src/core/catalog/catalog';
import { featuresOn } from '../../../../src/core/catalog/features-on';
import { limit } from '../../../../src/core/catalog/limit';
import { providerById } from '../../../../src/core/catalog/provider-by-id';
import { providerFor } from '../../../../src/core/catalog/provider-for';
import { providerPath } from '../../../../src/core/catalog/provider-path';
import { regionByCode } from '../../../../src/core/catalog/region-by-code';
import { requiredRoles } from '../../../../src/core/catalog/required-roles';
import { roleById } from '../../../../src/core/catalog/role-by-id';
import { roleByName } from '../../../../src/core/catalog/role-by-name';
import type { Plans } from '../../../../src/core/model/connector';

const everything: Plans = {
  defenderCspm: {
    agentlessScanning: {}, kubernetesApiAccess: true, registryAccess: true, sensitiveDataDiscovery: true,
    ciem: true, cloudTrailIngestion: true, serverlessProtection: true,
  },
  servers: { tier: 'P2', arcAutoProvisioning: {}, agentlessScanning: true, defenderForEndpoint: true, vulnerabilityAssessment: 'TVM' },
  containers: {
    threatProtection: { retentionDays: 30 }, sensor: true, azurePolicy: true,
    kubernetesApiAccess: true, registryAccess: true, agentlessScanning: true,
  },
  databases: { sqlServers: { arcAutoProvisioning: true }, openSource: true },
};

describe('questions to the catalog', () => {
  it('knows a switch for every feature', () => {
    const ids = catalog.plans.flatMap(({ features }) => features.map(({ id }) => id));
    assert.deepEqual(featuresOn(everything).map(({ id }) => id), ids);
  });

  it('leaves only foundational CSPM on without plans', () => {
    assert.deepEqual(featuresOn({}).map(({ id }) => id), ['foundational.posture']);
    assert.deepEqual(requiredRoles({}).map(({ role }) => role.id), ['cspmMonitor']);
  });

  it('treats false as off and options as on', () => {
    const plans: Plans = { servers: { tier: 'P1', agentlessScanning: false, arcAutoProvisioning: { proxy: 'http://proxy' } } };
    assert.deepEqual(featuresOn(plans).map(({ id }) => id), ['foundational.posture', 'servers.arcAutoProvisioning']);
  });

  it('says which features need a role', () => {
    const scanner = requiredRoles(everything).find(({ role }) => role.id === 'agentlessScanner');
    assert.deepEqual(scanner?.features.map(({ id }) => id), [
      'defenderCspm.agentlessScanning', 'servers.agentlessScanning', 'containers.agentlessScanning',
    ]);
  });

  it('needs every role but those of older generations when all is on', () => {
    const needed = requiredRoles(everything).map(({ role }) => role.id);
    assert.deepEqual(needed, catalog.roles.filter(({ legacy }) => !legacy).map(({ id }) => id));
  });

  it('knows roles by the names of every generation, whatever the case', () => {
    assert.equal(roleByName('cspmMONITORaws')?.role.id, 'cspmMonitor');
    const old = roleByName('DefenderForCloud-Containers-K8s');
    assert.deepEqual([old?.role.id, old?.known.generation], ['containersK8s', '2024']);
    assert.equal(roleByName('azuredefender-containers-va')?.role.legacy, true);
    assert.equal(roleByName('AWS-MDCSetup-HostMgmtRole-eu-west-1-MDCSetup')?.role.id, 'ssmHostMgmtAutomation');
    assert.equal(roleByName('AWS-MDCSetup-HostMgmtRole-'), undefined);
    assert.equal(roleByName('somebody-else'), undefined);
  });

  it('finds the provider whose tokens open a role', () => {
    const provider = (id: string) => {
      const role = roleById(id);
      return role && providerFor(role)?.id;
    };
    assert.equal(provider('containersK8sDataCollection'), 'defender');
    assert.equal(provider('ciemOidc'), 'ciem');
    assert.equal(provider('containersKinesisToS3'), undefined);
  });

  it('writes a provider as ARNs and condition keys do', () => {
    assert.equal(providerPath(providerById('ciem'), 'my-tenant'), 'sts.windows.net/my-tenant/');
    assert.equal(providerPath(providerById('defender'), 'my-tenant'), 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/');
  });

  it('answers undefined for what it does not have', () => {
    assert.equal(roleById('nobody'), undefined);
    assert.equal(audienceByValue('api://nobody'), undefined);
    assert.equal(regionByCode('mars-north-1'), undefined);
    assert.throws(() => limit('patience'), /no limit patience/);
  });

  it('tells regions without a plan from regions that nobody mentions', () => {
    assert.deepEqual(regionByCode('us-east-1')?.unsupportedPlans, []);
    assert.deepEqual(regionByCode('il-central-1')?.unsupportedPlans, ['databases']);
    assert.equal(regionByCode('cn-north-1')?.unsupportedPlans.length, 5);
    assert.equal(regionByCode('mx-central-1')?.mentioned, false);
  });
});
