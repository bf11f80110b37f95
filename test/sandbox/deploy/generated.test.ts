import assert from 'node:assert/strict';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { requiredRoles } from '../../../src/core/catalog/required-roles';
import { generateTemplate } from '../../../src/core/generate/cloudformation';
import { accessTypes, type Connector, type Plans } from '../../../src/core/model/connector';
import { account, connector, issuer, startCloud, valueOf, type Cloud } from './cloud';

const allPlans: Plans = {
  defenderCspm: {
    agentlessScanning: true,
    kubernetesApiAccess: true,
    registryAccess: true,
    sensitiveDataDiscovery: true,
    ciem: true,
    cloudTrailIngestion: true,
    serverlessProtection: true,
  },
  servers: { tier: 'P2', arcAutoProvisioning: true, agentlessScanning: true, defenderForEndpoint: true },
  containers: { threatProtection: true, sensor: true, azurePolicy: true, kubernetesApiAccess: true, registryAccess: true, agentlessScanning: true },
  databases: { sqlServers: true, openSource: true },
};

describe('deploying a generated template', function () {
  this.timeout(20_000);

  let cloud: Cloud;
  beforeEach(async () => void (cloud = await startCloud({ stepsPerPause: 30 })));
  afterEach(() => cloud.stop());

  const preview = async (changes: Partial<Connector>) => {
    const changed = { ...connector, ...changes };
    const template = generateTemplate(changed, { generatorVersion: '0.0.0', format: 'json' });
    return valueOf(await previewDeployment(cloud.ports(), { connector: changed, template }));
  };

  for (const access of accessTypes)
    it(`makes every role of every plan (${access})`, async () => {
      const plan = await preview({ access, plans: allPlans });
      const roles = plan.changes.filter(({ type }) => type === 'AWS::IAM::Role');
      assert.ok(roles.length >= requiredRoles(allPlans).length - 2, `${roles.length} roles`);
      for (const { name, trust, logicalId } of roles) {
        assert.doesNotMatch(name ?? '${', /\$\{/, logicalId);
        assert.ok(trust && trust.after.length > 0, logicalId);
      }
      const outcome = valueOf(await executeDeployment(cloud.ports(), plan));
      assert.equal(outcome.result, 'succeeded', outcome.summary);
      assert.equal(outcome.outputs.filter(({ value }) => value.includes(':role/')).length, roles.length);
      for (const { name } of roles) assert.ok(cloud.sandbox.state.role(account, name ?? ''), name ?? '');
      assert.equal((await preview({ access, plans: allPlans })).action, 'none');
    });

  it('adds and removes roles with a plan, and keeps the provider', async () => {
    const small: Plans = { servers: { tier: 'P2', agentlessScanning: true } };
    valueOf(await executeDeployment(cloud.ports(), await preview({ plans: allPlans })));
    const plan = await preview({ plans: small });
    const removed = plan.changes.filter(({ action }) => action === 'remove');
    assert.ok(removed.some(({ name }) => name === 'SensitiveDataDiscovery'));
    assert.ok(removed.every(({ permissions, type }) => type !== 'AWS::IAM::ManagedPolicy' || permissions?.removed.length));
    assert.ok(plan.notes.includes('Removed from the stack, but kept in the account: CiemOIDCIdentityProvider.'), plan.notes.join());
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded');
    assert.equal(cloud.sandbox.state.account(account).oidcProviders.length, 2);
  });

  it('does not make the provider of Microsoft Sentinel again', async () => {
    cloud.sandbox.seed.oidcProvider(account, {
      url: `https://${issuer}`,
      clientIds: ['api://1462b192-27f7-4cb9-8523-0f4ecb54b47e'],
      thumbprints: ['626d44e704d1ceabe3bf0d53397464ac8080142c'],
    });
    const before = JSON.stringify(cloud.sandbox.state.account(account).oidcProviders);
    const plan = await preview({ plans: { servers: { tier: 'P2' } } });
    assert.equal(plan.changes.some(({ type }) => type === 'AWS::IAM::OIDCProvider'), false);
    assert.match(plan.notes.join(), /lacks the audiences? .*api:\/\//);
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded');
    assert.equal(JSON.stringify(cloud.sandbox.state.account(account).oidcProviders), before);
  });
});
