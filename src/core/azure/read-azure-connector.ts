import { isAwsBody } from '../import/from-arm-body';
import { block } from '../import/read-features';
import { readPlans } from '../import/read-plans';
import { toArmTree } from '../generate/arm/arm-tree';
import type { AzureConnector } from '../model/azure-connector';
import { isJsonObject, own, type JsonObject } from '../model/json';
import { connectorKeyOf } from './connector-id';

/** What a list shows of a body; undefined for a connector of another cloud, and for what is no connector. */
export function readAzureConnector(body: unknown): AzureConnector | undefined {
  if (!isJsonObject(body) || !isAwsBody(body)) return undefined;
  const id = own(body, 'id');
  const key = typeof id === 'string' ? connectorKeyOf(id) : undefined;
  if (typeof id !== 'string' || !key) return undefined;
  const properties = block(toArmTree(body).tree, 'properties');
  return {
    id,
    key,
    location: text(body, 'location'),
    accountId: text(properties, 'hierarchyIdentifier'),
    ...readMembership(block(block(properties, 'environmentData'), 'organizationalData')),
    plans: readPlans(block(properties, 'offerings')),
  };
}

function readMembership(organization: JsonObject): Pick<AzureConnector, 'membership' | 'parentId'> {
  const type = text(organization, 'organizationMembershipType');
  const membership = type === 'Organization' ? 'organization' : type === 'Member' ? 'member' : 'single';
  return { membership, parentId: membership === 'member' ? text(organization, 'parentHierarchyId') : null };
}

function text(object: JsonObject, key: string): string | null {
  const value = own(object, key);
  return typeof value === 'string' && value !== '' ? value : null;
}
