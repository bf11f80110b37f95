import { randomUUID } from 'node:crypto';
import { forApiVersion, type ArmApiVersion } from '../../src/core/generate/arm/api-versions';
import { toArmConnector, toArmTree } from '../../src/core/generate/arm/arm-tree';
import { isJsonObject, type JsonObject } from '../json';
import type { AzureSubscription, StoredConnector } from './azure-world';

export interface NewConnector {
  readonly resourceGroup: string;
  readonly name: string;
  /** A body as it is sent, in whatever api-version. */
  readonly body: JsonObject;
}

export const connectorStoreKey = (resourceGroup: string, name: string): string => `${resourceGroup}/${name}`.toLowerCase();

/** Puts a body in place of what is there, as a PUT does: nothing of the old one stays but its spelling and birthday. */
export function storeConnector(subscription: AzureSubscription, { resourceGroup, name, body }: NewConnector): StoredConnector {
  const key = connectorStoreKey(resourceGroup, name);
  const present = subscription.connectors.get(key);
  const now = new Date().toISOString();
  const { etag: _etag, ...tree } = toArmTree(body).tree;
  const stored: StoredConnector = {
    id: present?.id ?? `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.Security/securityConnectors/${name}`,
    name: present?.name ?? name,
    resourceGroup: present?.resourceGroup ?? resourceGroup,
    body: tree,
    etag: `"${randomUUID()}"`,
    createdAt: present?.createdAt ?? now,
    changedAt: now,
  };
  subscription.connectors.set(key, stored);
  return stored;
}

/** The connector in the words of one api-version: with its read-only fields, and without what that version does not know. */
export function connectorJson({ id, name, body, etag, createdAt, changedAt }: StoredConnector, apiVersion: ArmApiVersion): JsonObject {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  const { tags = {}, kind = '', ...envelope } = body;
  return {
    ...toArmConnector({ ...envelope, properties: forApiVersion(properties, apiVersion).properties }),
    id,
    name,
    type: 'Microsoft.Security/securityConnectors',
    etag,
    kind,
    tags,
    systemData: { createdAt, createdBy: 'sandbox', createdByType: 'User', lastModifiedAt: changedAt, lastModifiedBy: 'sandbox', lastModifiedByType: 'User' },
  };
}
