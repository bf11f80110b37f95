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

const cspm = { offeringType: 'CspmMonitorAws', nativeCloudConnection: { cloudRoleArn: 'arn:aws:iam::123456789012:role/CspmMonitorAws' } };

const body = (...offerings: readonly object[]) => ({
  location: 'eastus',
  properties: { hierarchyIdentifier: '123456789012', environmentName: 'AWS', environmentData: { environmentType: 'AwsAccount' }, offerings: [cspm, ...offerings] },
});

const servers = { offeringType: 'DefenderForServersAws', subPlan: { type: 'P2' } };
const older = { offeringType: 'DefenderForContainersAws', autoProvisioning: true };
const said = (content: unknown, related = {}) =>
  lint(typeof content === 'string' ? content : JSON.stringify(content, null, 2), 'main.json', related).map(({ rule, severity }) => `${severity} ${rule}`);

describe('a connector in Azure', () => {
  const type = 'Microsoft.Security/securityConnectors';
  const answer = { id: '/subscriptions/x/providers/Microsoft.Security/securityConnectors/contoso', name: 'contoso', type, systemData: {}, ...body({ ...servers, subPlan: 'P2', description: 'x' }) };

  for (const [name, content, expected] of [
    ['is read alone', body({ ...servers, subPlan: 'P2' }), ['warning arm/sub-plan']],
    ['may be an answer, which holds what no request may', answer, ['information arm/sub-plan']],
    ['may be in a list', { value: [answer] }, ['information arm/sub-plan']],
    ['may be in a list alone', [answer], ['information arm/sub-plan']],
    ['may be in a template', { resources: [{ type, apiVersion: '2023-10-01-preview', name: 'x', ...body(older) }] }, []],
    ['may be in a template with named resources', { resources: { one: { type, apiVersion: '2024-08-01-preview', name: 'x', ...body(older) } } }, ['warning arm/property-version']],
    ['may be in a nested template', { resources: [{ type: 'Microsoft.Resources/deployments', properties: { template: { resources: [{ type, apiVersion: '2024-08-01-preview', name: 'x', ...body(older) }] } } }] }, ['warning arm/property-version']],
    ['is taken for the api-version that is everywhere where it names none', body(older), ['information arm/property-version']],
    ['is not judged by an api-version that only a deployment knows', { resources: [{ type, apiVersion: "[parameters('v')]", name: 'x', ...body(older) }] }, []],
    ['is not judged by an api-version of tomorrow', { resources: [{ type, apiVersion: '2031-01-01', name: 'x', ...body({ ...servers, tomorrow: true }) }] }, ['information arm/api-version']],
    ['has an api-version that is one text', { resources: [{ type, apiVersion: { v: '2024-08-01-preview' }, name: 'x', ...body() }] }, ['error arm/api-version']],
    ['has an api-version that is no list', { resources: [{ type, apiVersion: ['2024-08-01-preview'], name: 'x', ...body() }] }, ['error arm/api-version']],
    ['needs an api-version in a template', { resources: [{ type, name: 'x', ...body() }] }, ['error arm/api-version']],
    ['needs none where the template has a profile', { apiProfile: 'latest', resources: [{ type, name: 'x', ...body() }] }, []],
    ['may be there already', { resources: { one: { existing: true, type, apiVersion: '2020-01-01', name: 'x', ...body() } } }, []],
    ['may be of GCP, which is not ours', { location: 'x', properties: { environmentName: 'GCP', environmentData: { environmentType: 'GcpProject' }, offerings: [{ offeringType: 'CspmMonitorGcp', bogus: 1 }] } }, []],
    ['may be left to expressions', { resources: [{ type, apiVersion: '2024-08-01-preview', name: 'x', location: '[resourceGroup().location]', properties: { hierarchyIdentifier: "[parameters('a')]", environmentName: 'AWS', environmentData: "[variables('e')]", offerings: "[parameters('o')]" } }] }, []],
    ['may have an offering that a region does not have', { location: 'eastus', properties: { ...body({ offeringType: 'DefenderForDatabasesAws' }).properties, environmentData: { environmentType: 'AwsAccount', regions: ['il-central-1', 'us-east-1'] } } }, ['information arm/regions']],
    ['may be made by a loop', { resources: [{ type, apiVersion: '2024-08-01-preview', name: 'x', location: 'eastus', properties: { copy: [{ name: 'offerings', count: 2, input: {} }], hierarchyIdentifier: '123456789012', environmentName: 'AWS' } }] }, []],
    ['may have comments around it', `// Defender\n${JSON.stringify(body({ ...servers, subPlan: 'P2' }))} /* end */`, ['warning arm/sub-plan']],
    ['may be broken, which is told', `${JSON.stringify(body())},`, ['error arm/syntax']],
    ['may be silenced in the metadata of its template', { metadata: { DefenderConnectors: { Disable: ['arm/api-version'] } }, resources: [{ type, name: 'x', ...body() }] }, []],
    ['needs more than one field to be taken for one without a type', { properties: { offerings: [{ offeringType: 'DefenderCspmAws', bogus: 1 }] } }, []],
    ['may look like one and be none', { hierarchyIdentifier: 'x', offerings: [{ offeringType: 'y' }] }, []],
  ] as const) {
    it(name, () => assert.deepEqual(said(content), expected));
  }

  it('is compared with the connector file of its name, else with the only one of its account', () => {
    const file = (name: string, account: string) => {
      const text = `name: ${name}\naccount: { id: "${account}" }\nazure: { tenant: 11111111-2222-4333-8444-555555555555, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg, location: westus }\n`;
      return { fileName: `${name}.connector.yaml`, document: readDocument(text, 'yaml') };
    };
    const named = { resources: [{ type, apiVersion: '2024-08-01-preview', name: 'contoso', ...body() }] };
    const agreement = ['warning arm/connector-agreement'];
    assert.deepEqual(said(named, { connectors: [file('contoso', '123456789012')] }), agreement);
    assert.deepEqual(said(named, { connectors: [file('fabrikam', '123456789012'), file('contoso', '210987654321')] }), [...agreement, ...agreement, ...agreement]);
    assert.deepEqual(said(body(), { connectors: [file('contoso', '123456789012'), file('fabrikam', '123456789012')] }), []);
    assert.deepEqual(said(body(), { connectors: [file('contoso', '210987654321')] }), []);
  });
});
