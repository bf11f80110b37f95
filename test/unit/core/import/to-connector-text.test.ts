import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../../src/core/document/read-document';
import { toConnector } from '../../../../src/core/document/to-connector';
import { toConnectorText } from '../../../../src/core/import/to-connector-text';
import { unknownTenant } from '../../../../src/core/import/unknown-tenant';
import type { Connector } from '../../../../src/core/model/connector';
import { anyConnector } from '../generate/arm/any-connector';

const connector: Connector = {
  name: 'contoso-production',
  account: { id: '012345678901', type: 'management', excluded: ['210987654321'], stackSet: 'defender-members' },
  regions: 'all',
  scanIntervalHours: 12,
  azure: { tenant: unknownTenant, subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg-security', location: 'eastus' },
  access: 'leastPrivilege',
  plans: {
    defenderCspm: { agentlessScanning: true, ciem: false },
    servers: { tier: 'P2', agentlessScanning: { excludeTags: { team: 'lab' } } },
  },
  roles: { cspmMonitor: 'Monitor' },
  deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1', template: 'contoso.template.json' },
  arm: { tags: { team: 'security' }, properties: { environmentData: { scanInterval: null } } },
};

describe('the text of a connector file', () => {
  it('is written for a reader', () => {
    assert.equal(
      toConnectorText(connector, { format: 'yaml', header: ['Imported from Azure.'] }),
      `# Imported from Azure.

name: contoso-production
account:
  id: "012345678901"
  type: management
  excluded:
    - "210987654321"
  stackSet: defender-members
regions: all
scanIntervalHours: 12
azure:
  tenant: 00000000-0000-0000-0000-000000000000 # not known: put your Microsoft Entra tenant id here
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg-security
  location: eastus
access: leastPrivilege
plans:
  defenderCspm: { agentlessScanning: true, ciem: false }
  servers: { tier: P2, agentlessScanning: { excludeTags: { team: lab } } }
roles: { cspmMonitor: Monitor }
deployment:
  stack: defender-for-cloud
  region: us-east-1
  template: contoso.template.json
# What Azure has and this file has no words for.
arm:
  tags:
    team: security
  properties:
    environmentData:
      scanInterval: null
`,
    );
  });

  for (const format of ['yaml', 'json'] as const) {
    it(`is read back as the same connector, ${format}`, function () {
      this.timeout(20_000);
      const back = (value: Connector) => toConnector(readDocument(toConnectorText(value, { format }), format));
      assert.deepEqual(back(connector), connector);
      fc.assert(fc.property(anyConnector, (any) => assert.deepEqual(back(any), any)), { numRuns: 30 });
    });
  }
});
