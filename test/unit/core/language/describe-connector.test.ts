import assert from 'node:assert/strict';
import { describeConnector } from '../../../../src/core/language/describe-connector';

const good = `name: contoso
account:
  id: "123456789012"
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg
  location: eastus
plans:
  containers: { sensor: true, registryAccess: false }
`;

describe('description of a connector file', () => {
  it('names account, plans that are on, their features and the stack', () => {
    const { plans, ...rest } = describeConnector(good, 'a/contoso.connector.yaml');
    assert.deepEqual(rest, {
      name: 'contoso',
      accountId: '123456789012',
      accountType: 'single',
      access: 'default',
      stack: { name: 'defender-for-cloud', region: 'us-east-1', template: null },
      azure: { tenant: '11111111-2222-4333-8444-555555555555', subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg' },
      scanIntervalHours: 12,
      errors: 0,
      warnings: 0,
      firstProblem: null,
    });
    assert.deepEqual(plans.map(({ id }) => id), ['foundational', 'containers']);
    assert.equal(plans[1]?.features.length, 1);
    assert.match(plans[1]?.features[0] ?? '', /sensor/i);
  });

  it('says what it can of a broken file', () => {
    const broken = describeConnector(good.replace('location: eastus', 'locaton: eastus'), 'a/other.connector.yaml');
    assert.equal(broken.name, 'contoso');
    assert.equal(broken.accountId, '123456789012');
    assert.equal(broken.stack, null);
    assert.ok(broken.errors > 0);
    assert.ok(broken.firstProblem);
  });

  it('falls back to the name of the file', () => {
    assert.equal(describeConnector('', '/x/contoso.connector.json').name, 'contoso');
    assert.equal(describeConnector('account: { id: 12 }', 'C:\\x\\my.connector.yml').name, 'my');
    assert.equal(describeConnector('account: { id: "12" }', 'my.connector.yml').accountId, null);
  });
});
