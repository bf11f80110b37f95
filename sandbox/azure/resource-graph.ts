import { defaultArmApiVersion } from '../../src/core/generate/arm/api-versions';
import { isJsonObject, type JsonObject } from '../json';
import type { ArmCall, ArmOperation } from './arm-request';
import type { AzureSubscription, StoredConnector } from './azure-world';
import { connectorJson } from './connector-store';
import { runQuery } from './graph-query';

/** Queries over the subscriptions that the request names, as far as the account may read them. */
export const queryResources: ArmOperation = (call) => {
  const { query } = call.body;
  const subscriptions = readableSubscriptions(call);
  const tables = {
    resources: subscriptions.flatMap(connectorRows),
    securityresources: subscriptions.flatMap(({ reports }) => reports.map((report) => withLowerType(report))),
  };
  const rows = runQuery(String(query ?? ''), tables);
  const options = isJsonObject(call.body['options']) ? call.body['options'] : {};
  const size = Math.min(Number(options['$top'] ?? 100), 1_000, call.world.azure.graphPageSize);
  const start = Number(Buffer.from(String(options['$skipToken'] ?? ''), 'base64url').toString() || 0);
  const data = rows.slice(start, start + size);
  const more = start + data.length < rows.length;
  return {
    status: 200,
    headers: { 'x-ms-user-quota-remaining': String(call.world.azure.left.graph), 'x-ms-user-quota-resets-after': '00:00:05' },
    body: {
      totalRecords: rows.length,
      count: data.length,
      resultTruncated: 'false',
      facets: [],
      data,
      ...(more ? { $skipToken: Buffer.from(String(start + data.length)).toString('base64url') } : {}),
    },
  };
};

function readableSubscriptions({ world, tenant, body }: ArmCall): readonly AzureSubscription[] {
  const named = Array.isArray(body['subscriptions']) ? body['subscriptions'].map((id) => String(id).toLowerCase()) : undefined;
  return [...world.azure.subscriptions.values()].filter(
    (subscription) => subscription.tenant === tenant.id && subscription.grants.length > 0 && (named === undefined || named.includes(subscription.id.toLowerCase())),
  );
}

const connectorRows = (subscription: AzureSubscription): readonly JsonObject[] =>
  [...subscription.connectors.values()].map((stored) => {
    const row = rows.get(stored) ?? toRow(stored, subscription);
    rows.set(stored, row);
    return row;
  });

/** A write makes a new record, so a row stays right as long as its record is there. */
const rows = new WeakMap<StoredConnector, JsonObject>();

const toRow = (stored: StoredConnector, { id, tenant }: AzureSubscription): JsonObject => ({
  ...withLowerType(connectorJson(stored, defaultArmApiVersion)),
  subscriptionId: id,
  tenantId: tenant,
  resourceGroup: stored.resourceGroup.toLowerCase(),
});

/** Resource Graph spells types in lower case. */
const withLowerType = (resource: JsonObject): JsonObject => ({ ...resource, type: String(resource['type']).toLowerCase() });
