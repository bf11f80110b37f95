import assert from 'node:assert/strict';
import { connectorId, connectorKeyOf, sameConnector } from '../../../../src/core/azure/connector-id';
import { readAzureConnector } from '../../../../src/core/azure/read-azure-connector';

const id = '/subscriptions/66666666-7777-4888-9999-000000000000/resourcegroups/RG-1/providers/microsoft.security/securityconnectors/contoso';
const body = (properties: object) => ({ id, location: 'eastus', properties: { environmentName: 'AWS', hierarchyIdentifier: '123456789012', ...properties } });

describe('a connector as Azure lists it', () => {
  it('has account, membership and the features that are on', () => {
    const read = readAzureConnector(
      body({
        environmentData: { environmentType: 'AwsAccount', organizationalData: { organizationMembershipType: 'Member', parentHierarchyId: '210987654321' } },
        offerings: [{ offeringType: 'DefenderForServersAws', subPlan: 'P2', mdeAutoProvisioning: { enabled: true } }, { offeringType: 'Unheard' }],
      }),
    );
    assert.deepEqual(read, {
      id,
      key: { subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'RG-1', name: 'contoso' },
      location: 'eastus',
      accountId: '123456789012',
      membership: 'member',
      parentId: '210987654321',
      plans: { servers: { tier: 'P2', defenderForEndpoint: true } },
    });
  });

  it('is undefined for another cloud and for what has no id', () => {
    assert.equal(readAzureConnector(body({ environmentName: 'GCP' })), undefined);
    assert.equal(readAzureConnector({ ...body({}), id: '/subscriptions/x' }), undefined);
    assert.equal(readAzureConnector(null), undefined);
  });

  it('is the same connector in any case', () => {
    const key = connectorKeyOf(id);
    assert.ok(key && sameConnector(key, { ...key, resourceGroup: 'rg-1' }));
    assert.ok(!sameConnector(key, { ...key, name: 'other' }));
    assert.deepEqual(connectorKeyOf(connectorId(key)), key);
    assert.deepEqual(connectorKeyOf(`${id}/providers/Microsoft.Security/healthReports/x`)?.name, 'contoso');
  });
});
