import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../../src/core/document/read-document';
import { toArmBody } from '../../../../src/core/generate/arm-body';
import { armApiVersions } from '../../../../src/core/generate/arm/api-versions';
import { toConnectorText } from '../../../../src/core/import/to-connector-text';
import { lint } from '../../../../src/core/lint/lint';
import type { Connector } from '../../../../src/core/model/connector';
import { anyConnector } from '../generate/arm/any-connector';

const template = (apiVersion: string, body: object) =>
  JSON.stringify({ resources: [{ type: 'Microsoft.Security/securityConnectors', apiVersion, name: 'contoso', ...body }] }, null, 2);

/** Names and places are any text there; here those that mean something. */
const sensible = (connector: Connector): Connector => {
  const { arm: _, ...rest } = connector;
  return {
    ...rest,
    account: { ...connector.account, id: '123456789012', excluded: connector.account.excluded.filter((id) => id !== '123456789012') },
    azure: { ...connector.azure, location: 'eastus' },
    regions: 'all',
    scanIntervalHours: 12,
    deployment: { ...connector.deployment, region: 'us-east-1' },
  };
};

describe('no false finding in a connector in Azure', () => {
  const serious = (found: ReturnType<typeof lint>) =>
    // Any plans may lack what they need, or scan differently: that is found rightly.
    found.filter(({ severity, rule }) => severity !== 'information' && severity !== 'hint' && rule !== 'arm/plan-needs' && rule !== 'arm/one-scanner');

  for (const version of armApiVersions) {
    it(`that a connector file stands for in ${version}, alone and beside the file`, () => {
      fc.assert(
        fc.property(anyConnector, (any) => {
          const connector = sensible(any);
          const text = template(version, toArmBody(connector, { apiVersion: version }).body);
          const file = { fileName: 'a.connector.yaml', document: readDocument(toConnectorText(connector, { format: 'yaml' }), 'yaml') };
          const old = ({ rule }: { rule: string }) => !(version < '2023' && rule === 'arm/api-version');
          assert.deepEqual(serious(lint(text, 'main.json')).filter(old), [], text);
          assert.deepEqual(serious(lint(text, 'main.json', { connectors: [file] })).filter(old), [], text);
        }),
        { numRuns: 30 },
      );
    });
  }
});
