import assert from 'node:assert/strict';
import { toArmBody } from '../../../src/core/generate/arm-body';
import { builtInRoles } from '../../../sandbox/azure/azure-world';
import { problemOf, valueOf } from '../deploy/cloud';
import { connector, group, guestTenant, key, startAzureCloud, subscription, tenant, type AzureCloud } from './azure-cloud';

const other = '77777777-8888-4999-8aaa-000000000001';
const { body } = toArmBody(connector);

describe('reading from Azure', () => {
  let cloud: AzureCloud;
  beforeEach(async () => {
    cloud = await startAzureCloud();
  });
  afterEach(() => cloud.stop());

  it('lists tenants, also those of a guest, subscriptions of one tenant, and locations that are places', async () => {
    cloud.sandbox.azure.subscription({ id: other, name: 'Guest', tenant: guestTenant });
    const { directory } = cloud.ports();
    assert.deepEqual(valueOf(await directory.tenants()).map(({ id, name, isHome }) => [id, name, isHome]), [[tenant, 'Contoso', true], [guestTenant, 'Fabrikam', false]]);
    assert.deepEqual(valueOf(await directory.subscriptions()), [{ id: subscription, name: 'Production', tenant, state: 'Enabled' }]);
    assert.deepEqual(valueOf(await cloud.ports({ tenant: guestTenant }).directory.subscriptions()).map(({ id }) => id), [other]);
    const locations = valueOf(await directory.locations(subscription));
    assert.ok(locations.some(({ name, displayName }) => name === 'eastus' && displayName === 'East US'));
    assert.ok(!locations.some(({ name }) => name === 'europe'));
  });

  it('reads every page of a list', async () => {
    cloud.sandbox.azure.world.pageSize = 3;
    for (let index = 0; index < 8; index++) cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: `c${index}`, body });
    assert.deepEqual(valueOf(await cloud.ports().connectors.list(subscription)).map(({ key: { name } }) => name), ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']);
    assert.equal(cloud.count('SecurityConnectors_List'), 3);
  });

  it('searches many subscriptions, by page, and for one account', async () => {
    cloud.sandbox.azure.world.graphPageSize = 2;
    cloud.sandbox.azure.subscription({ id: other, name: 'Other', tenant });
    for (let index = 0; index < 3; index++) cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: `c${index}`, body });
    const elsewhere = toArmBody({ ...connector, account: { ...connector.account, id: '210987654321' } }).body;
    cloud.sandbox.azure.connector(other, { resourceGroup: group, name: 'far', body: elsewhere });
    const { connectors } = cloud.ports();
    assert.equal(valueOf(await connectors.search({ subscriptions: [subscription, other] })).length, 4);
    assert.equal(cloud.count('Resources'), 2);
    const [far, ...rest] = valueOf(await connectors.search({ subscriptions: [subscription, other], accountId: '210987654321' }));
    assert.deepEqual([far?.key.name, far?.plans, rest], ['far', { servers: { tier: 'P2' } }, []]);
    assert.deepEqual(valueOf(await connectors.search({ subscriptions: [subscription], accountId: "1' or 1 == 1" })), []);
  });

  it('says that there is no connector, and that there is no group', async () => {
    assert.equal(valueOf(await cloud.ports().connectors.read(key, '2024-08-01-preview')), null);
    const { groups } = cloud.ports();
    assert.equal(valueOf(await groups.exists({ subscription, name: 'RG-Security' })), true);
    assert.equal(valueOf(await groups.exists({ subscription, name: 'none' })), false);
    assert.deepEqual(valueOf(await groups.create({ subscription, name: 'rg-new' }, 'eastus')), { name: 'rg-new', location: 'eastus' });
    assert.equal(valueOf(await groups.list(subscription)).length, 2);
  });

  it('reads registration, locations and permissions', async () => {
    cloud.sandbox.azure.subscription({ id: other, name: 'Other', tenant, registration: 'NotRegistered', grants: [builtInRoles.securityAdmin] });
    const { provider, permissions } = cloud.ports();
    assert.equal(valueOf(await provider.read(other)).registration, 'NotRegistered');
    valueOf(await provider.register(other));
    assert.equal(valueOf(await provider.read(other)).registration, 'Registering');
    cloud.sandbox.clock.runAll();
    const read = valueOf(await provider.read(other));
    assert.equal(read.registration, 'Registered');
    assert.ok(read.locations.includes('East US') && read.apiVersions.includes('2024-08-01-preview'));
    assert.ok(valueOf(await permissions.read({ subscription: other }))[0]?.actions.includes('Microsoft.Security/*'));
    assert.deepEqual(valueOf(await permissions.read({ subscription, resourceGroup: group })), [{ actions: ['*'], notActions: [] }]);
  });

  it('names the action that is refused, and the tenant of a token that is for another', async () => {
    cloud.sandbox.azure.subscription({ id: other, name: 'Other', tenant: guestTenant, grants: [{ actions: ['Microsoft.Resources/*'] }] });
    const denied = problemOf(await cloud.ports({ tenant: guestTenant }).connectors.list(other));
    assert.equal(denied.code, 'accessDenied');
    assert.match(denied.message, /Microsoft\.Security\/securityConnectors\/read/);
    assert.match(denied.detail ?? '', /AuthorizationFailed: .*correlation id [0-9a-f-]{36}/);
    const wrong = problemOf(await cloud.ports().connectors.list(other));
    assert.equal(wrong.code, 'credentials');
    assert.match(wrong.message, new RegExp(tenant));
  });
});
