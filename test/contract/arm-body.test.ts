import assert from 'node:assert/strict';
import type { LiveValidator } from 'oav';
import { readDocument } from '../../src/core/document/read-document';
import { toConnector } from '../../src/core/document/to-connector';
import { armApiVersions, type ArmApiVersion } from '../../src/core/generate/arm/api-versions';
import { toArmBody } from '../../src/core/generate/arm-body';
import { fromArmBody } from '../../src/core/import/from-arm-body';
import { toConnectorText } from '../../src/core/import/to-connector-text';
import type { Account, Connector, Plans } from '../../src/core/model/connector';
import { isJsonObject, type Json, type JsonObject } from '../../src/core/model/json';
import { saidByBody } from '../unit/core/import/said-by-body';
import { needsSpecification, openValidator, readExample, readPropertyPaths, specifiedVersions, type SpecifiedVersion } from './official-spec';
import { wizardConnectors } from '../wizard-pairs';
import { planPairs } from './plan-pairs';

const azure = {
  tenant: '11111111-2222-4333-8444-555555555555',
  subscription: 'a5caac9c-5c04-49af-b3d0-e204f40345d5',
  resourceGroup: 'rg-security',
  location: 'eastus',
};

const accounts: readonly Account[] = [
  { id: '012345678901', type: 'single', excluded: [] },
  { id: '123456789012', type: 'management', excluded: ['210987654321'], stackSet: 'defender-members' },
];

const connectorOf = (account: Account, plans: Plans): Connector => ({
  name: 'contoso',
  account,
  regions: account.type === 'single' ? ['us-east-1'] : 'all',
  scanIntervalHours: 4,
  azure,
  access: 'leastPrivilege',
  plans,
  roles: { agentlessScanner: 'Scanner' },
  deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1' },
});

/** Every two settings of the plans, off and unsaid told apart; and every two answers of the wizard. */
const connectors = [
  ...planPairs().flatMap((plans) => accounts.map((account) => connectorOf(account, plans))),
  ...wizardConnectors(),
];

const context = { ...azure, name: 'contoso' };

const importedFrom = (body: JsonObject, more: { readonly apiVersion?: ArmApiVersion; readonly file?: Connector } = {}) => {
  const result = fromArmBody(body, { ...context, ...(more.file && { ...more.file.azure, name: more.file.name }), ...more });
  assert.ok(result.ok);
  return result.value.connector;
};

describe('a connector and the official specification of Azure', function () {
  this.timeout(60_000);
  let validator: LiveValidator;

  before(async function () {
    needsSpecification(this);
    validator = await openValidator();
  });

  const complaints = async (body: JsonObject, apiVersion: SpecifiedVersion) => {
    const path = `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/Microsoft.Security/securityConnectors/contoso`;
    const { errors, runtimeException } = await validator.validateLiveRequest({
      method: 'PUT',
      url: `https://management.azure.com${path}?api-version=${apiVersion}`,
      headers: { 'Content-Type': 'application/json' },
      query: { 'api-version': apiVersion },
      body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
    });
    assert.equal(runtimeException, undefined);
    return errors.map(({ code, message, pathsInPayload }) => [code, message, pathsInPayload]);
  };

  it('would notice a body that does not satisfy it', async () => {
    const { body } = toArmBody(connectorOf(accounts[0]!, {}));
    for (const wrong of [{ subPlan: 'P2' }, { mdeAutoProvisioning: { enabled: 'yes' } }, { unheardOf: 1 }]) {
      const properties = { ...(body['properties'] as JsonObject), offerings: [{ offeringType: 'DefenderForServersAws', ...wrong }] };
      assert.notDeepEqual(await complaints({ ...body, properties }, '2024-08-01-preview'), [], JSON.stringify(wrong));
    }
  });

  for (const apiVersion of specifiedVersions) {
    it(`satisfies ${apiVersion} with every two settings together, and comes back unchanged`, async () => {
      for (const connector of connectors) {
        const { body } = toArmBody(connector, { apiVersion });
        assert.deepEqual(await complaints(body, apiVersion), [], JSON.stringify(body));
        if (apiVersion === '2024-08-01-preview') assert.deepEqual(importedFrom(body, { apiVersion, file: connector }), connector);
        assert.deepEqual(toArmBody(importedFrom(body, { apiVersion }), { apiVersion }).body, body);
      }
    });

    it(`satisfies ${apiVersion} as a change of every other connector`, async () => {
      for (const [index, connector] of connectors.entries()) {
        const base = toArmBody(connectors.at(index - 1)!, { apiVersion }).body;
        const change = { ...connector, account: { ...connector.account, id: connectors.at(index - 1)!.account.id } };
        assert.deepEqual(await complaints(toArmBody(change, { apiVersion, base }).body, apiVersion), []);
      }
    });

    for (const example of ['PutSecurityConnector', 'PatchSecurityConnector', 'GetSecurityConnectorSingleResource', 'GetSecurityConnectorsSubscription', 'GetSecurityConnectorsResourceGroup'])
      it(`carries the official ${example} of ${apiVersion} through a file and back`, async () => {
        const bodies = awsBodiesOf(readExample(apiVersion, example));
        assert.ok(bodies.length > 0);
        for (const body of bodies) {
          // Verbatim, except that the examples have words where AWS has twelve digits, which no file may hold.
          assert.deepEqual(saidByBody(toArmBody(importedFrom(body), { apiVersion }).body), saidByBody(body));
          const real = withRealIds(body);
          const text = toConnectorText(importedFrom(real), { format: 'yaml' });
          const connector = toConnector(readDocument(text, 'yaml'));
          assert.ok(connector, text);
          assert.deepEqual(saidByBody(toArmBody(connector, { apiVersion }).body), saidByBody(real));
          const updated = toArmBody(connector, { apiVersion, base: real }).body;
          assert.deepEqual(updated, withoutReadOnly(real));
          assert.deepEqual(await complaints(updated, apiVersion), []);
        }
      });
  }

  for (const apiVersion of armApiVersions)
    it(`names no property that ${apiVersion} does not have`, function () {
      // Its part for AWS is that of 2024-08-01-preview.
      const known = readPropertyPaths()[apiVersion === '2024-07-01-preview' ? '2024-08-01-preview' : apiVersion];
      assert.ok(known);
      for (const connector of connectors) {
        const { offerings, environmentData, ...properties } = toArmBody(connector, { apiVersion }).body['properties'] as JsonObject;
        const { organizationalData, ...environment } = environmentData as JsonObject;
        const said: [string, JsonObject][] = [
          ['SecurityConnectorProperties', properties],
          ['AwsAccount', environment],
          ...(isJsonObject(organizationalData) ? [['Organization', organizationalData] as [string, JsonObject]] : []),
          ...(offerings as readonly JsonObject[]).map((offering): [string, JsonObject] => [String(offering['offeringType']), offering]),
        ];
        for (const [name, object] of said)
          for (const path of pathsOf(object)) assert.ok(path in (known[name] ?? {}), `${name}.${path}`);
      }
    });
});

/** Bodies for AWS anywhere in an official example: what is sent, one answer or a list. */
function awsBodiesOf(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(awsBodiesOf);
  if (!isJsonObject(value)) return [];
  const properties = value['properties'];
  if (isJsonObject(properties) && properties['environmentName'] === 'AWS') return [value];
  return Object.values(value).flatMap(awsBodiesOf);
}

const withRealIds = (body: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(body).replaceAll('exampleHierarchyId', '123456789012').replaceAll('00000000:role', '123456789012:role').replaceAll('excludedAccountIdExample', '210987654321'),
  ) as JsonObject;

const withoutReadOnly = ({ id: _id, name: _name, type: _type, systemData: _systemData, ...body }: JsonObject): JsonObject => body;

/** Paths with dots; what a map holds (`exclusionTags`) is the user's. */
function pathsOf(value: Json, path = ''): readonly string[] {
  if (!isJsonObject(value) || path.endsWith('exclusionTags')) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, path ? `${path}.${key}` : key));
  return path ? [path, ...inner] : inner;
}
