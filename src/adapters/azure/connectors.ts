import type { ConnectorsPort } from '../../app/azure-ports';
import { connectorId } from '../../core/azure/connector-id';
import { readAzureConnector } from '../../core/azure/read-azure-connector';
import { defaultArmApiVersion } from '../../core/generate/arm/api-versions';
import type { ArmConnector } from '../../core/model/arm-body';
import { isJsonObject, own, type Json } from '../../core/model/json';
import type { ConnectorKey } from '../../core/model/azure-connector';
import { err, ok } from '../../core/model/result';
import type { ArmClient } from './arm-client';
import { localFailure } from './arm-failure';
import { readPages } from './pages';
import { readGraph } from './resource-graph';

export const connectorsPort = (arm: ArmClient): ConnectorsPort => ({
  list: (subscription, signal) =>
    readPages(
      arm,
      {
        doing: `list the connectors of subscription ${subscription}`,
        path: `/subscriptions/${encodeURIComponent(subscription)}/providers/Microsoft.Security/securityConnectors`,
        apiVersion: defaultArmApiVersion,
        signal,
      },
      readAzureConnector,
    ),

  async search({ subscriptions, accountId }, signal) {
    if (accountId !== undefined && !isAccountId(accountId)) return ok([]);
    return readGraph(arm, { doing: 'search for connectors', query: searchQuery(accountId), subscriptions, pageSize: 1_000, signal }, readAzureConnector);
  },

  async read(key, apiVersion, signal) {
    const doing = `read connector ${key.name}`;
    const answer = await arm.send({ doing, path: pathOf(key), apiVersion, meant: [404], signal });
    if (!answer.ok) return answer;
    if (answer.value.status === 404) return ok(null);
    return isConnector(answer.value.body) ? ok(answer.value.body) : err(arm.problem(localFailure('unreadable', 'it is no connector'), doing));
  },

  async write({ key, apiVersion, body, etag }, signal) {
    const doing = `${etag === null ? 'create' : 'update'} connector ${key.name}`;
    const answer = await arm.send({
      doing,
      method: 'PUT',
      path: pathOf(key),
      apiVersion,
      body: etag === null ? body : { ...body, etag },
      headers: etag === null ? { 'if-none-match': '*' } : { 'if-match': etag },
      signal,
    });
    if (!answer.ok) return answer;
    return isConnector(answer.value.body) ? ok(answer.value.body) : err(arm.problem(localFailure('unreadable', 'it is no connector'), doing));
  },

  async delete(key, signal) {
    const answer = await arm.send({ doing: `delete connector ${key.name}`, method: 'DELETE', path: pathOf(key), apiVersion: defaultArmApiVersion, meant: [404], signal });
    return answer.ok ? ok(answer.value.status === 200) : answer;
  },
});

const isConnector = (body: Json | undefined): body is ArmConnector => isJsonObject(body) && isJsonObject(own(body, 'properties'));

const pathOf = ({ subscription, resourceGroup, name }: ConnectorKey) =>
  connectorId({ subscription: encodeURIComponent(subscription), resourceGroup: encodeURIComponent(resourceGroup), name: encodeURIComponent(name) });

/** Rows have the form of the body, with no more of it than `readAzureConnector` reads: pages stay small. */
function searchQuery(accountId: string | undefined): string {
  return [
    'resources',
    "where type =~ 'microsoft.security/securityconnectors'",
    "where properties.environmentName =~ 'AWS'",
    ...(accountId === undefined ? [] : [`where properties.hierarchyIdentifier == '${accountId}'`]),
    'project id, location, properties',
    'order by id asc',
  ].join(' | ');
}

/** Twelve digits and nothing else may go into the text of a query. */
const isAccountId = (text: string): boolean => /^[0-9]{12}$/.test(text);
