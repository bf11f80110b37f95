import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/read-document';
import { toConnector } from '../../../../src/core/document/to-connector';

const azure = `azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg-security
  location: eastus
`;
const connector = (text: string) => toConnector(readDocument(text, 'yaml'));

describe('a connector from its file', () => {
  it("has the schema's defaults where the file says nothing", () => {
    assert.deepEqual(connector(`name: x\naccount: { id: "012345678901" }\n${azure}`), {
      name: 'x',
      account: { id: '012345678901', type: 'single', excluded: [] },
      regions: 'all',
      scanIntervalHours: 12,
      azure: {
        tenant: '11111111-2222-4333-8444-555555555555',
        subscription: '66666666-7777-4888-9999-000000000000',
        resourceGroup: 'rg-security',
        location: 'eastus',
      },
      access: 'default',
      plans: {},
      roles: {},
      deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1' },
    });
  });

  it('has what the file says instead', () => {
    const read = connector(
      `name: x\naccount: { id: "012345678901", type: management }\n${azure}access: leastPrivilege\ndeployment: { stack: own }\nplans: { servers: { tier: P1 } }\n`,
    );
    assert.equal(read?.account.type, 'management');
    assert.equal(read?.access, 'leastPrivilege');
    assert.deepEqual(read?.plans, { servers: { tier: 'P1' } });
    assert.deepEqual(read?.deployment, { method: 'cloudFormation', stack: 'own', region: 'us-east-1' });
  });

  it('is absent where the file does not hold to the schema, or cannot be read', () => {
    assert.equal(connector(`name: x\naccount: { id: 12345 }\n${azure}`), undefined);
    assert.equal(connector(`name: x\naccount: { id: "012345678901" }\n${azure}name: y\n`), undefined);
    assert.equal(connector(''), undefined);
  });
});
