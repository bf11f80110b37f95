import { armApiVersions, type ArmApiVersion } from '../../src/core/generate/arm/api-versions';
import { isJsonObject, type JsonObject } from '../json';
import { demand } from './allowed';
import { ArmError } from './arm-error';
import { armPage } from './arm-pages';
import type { ArmCall, ArmOperation } from './arm-request';
import type { AzureSubscription, StoredConnector } from './azure-world';
import { checkConnector, shortName } from './check-connector';
import { connectorJson, connectorStoreKey, storeConnector } from './connector-store';
import { startEvaluation } from './evaluate-connector';
import { groupOf, subscriptionOf } from './find-subscription';

const type = 'Microsoft.Security/securityConnectors';

export const listConnectors: ArmOperation = (call) => {
  const subscription = subscriptionOf(call);
  demand(subscription, `${type}/read`, `/subscriptions/${subscription.id}`);
  return connectorPage(call, [...subscription.connectors.values()]);
};

export const listConnectorsOfGroup: ArmOperation = (call) => {
  const { subscription, group } = groupOf(call);
  demand(subscription, `${type}/read`, `/subscriptions/${subscription.id}/resourceGroups/${group.name}`);
  return connectorPage(call, [...subscription.connectors.values()].filter(({ resourceGroup }) => resourceGroup.toLowerCase() === group.name.toLowerCase()));
};

export const getConnector: ArmOperation = (call) => {
  const { stored } = existing(call, 'read');
  return { status: 200, body: connectorJson(stored, versionOf(call)) };
};

export const putConnector: ArmOperation = (call) => {
  const { subscription, present, name, group } = target(call, 'write');
  const apiVersion = versionOf(call);
  checkPreconditions(call, present);
  checkConnector(call.body);
  checkLocation(call.body, present);
  const stored = storeConnector(subscription, { resourceGroup: group, name, body: call.body });
  startEvaluation(call.world, subscription, stored);
  return { status: present ? 200 : 201, body: connectorJson(stored, apiVersion) };
};

/** Members of the body replace those that are there; the list of offerings is one of them, and is replaced as a whole. */
export const patchConnector: ArmOperation = (call) => {
  const { subscription, stored } = existing(call, 'write');
  checkPreconditions(call, stored);
  const now = connectorJson(stored, versionOf(call));
  const properties = { ...objectOf(now['properties']), ...objectOf(call.body['properties']) };
  const body: JsonObject = { ...now, ...call.body, properties };
  checkConnector(body);
  checkLocation(body, stored);
  const changed = storeConnector(subscription, { resourceGroup: stored.resourceGroup, name: stored.name, body });
  return { status: 200, body: connectorJson(changed, versionOf(call)) };
};

/** With an organization's connector go those of its members. */
export const deleteConnector: ArmOperation = (call) => {
  const { subscription, present, name, group } = target(call, 'delete');
  if (!present) return { status: 204 };
  const locked = subscription.groups.get(group.toLowerCase())?.locked;
  if (locked) {
    const scope = `/subscriptions/${subscription.id}/resourceGroups/${group}`;
    throw new ArmError(409, 'ScopeLocked', `The scope '${present.id}' cannot perform delete operation because following scope(s) are locked: '${scope}'. Please remove the lock and try again.`);
  }
  subscription.connectors.delete(connectorStoreKey(group, name));
  for (const [key, member] of subscription.connectors) if (isMemberOf(member, present)) subscription.connectors.delete(key);
  return { status: 200 };
};

function target(call: ArmCall, verb: 'read' | 'write' | 'delete') {
  const { subscription, group } = groupOf(call);
  const { securityConnectorName: name = '' } = call.names;
  demand(subscription, `${type}/${verb}`, `/subscriptions/${subscription.id}/resourceGroups/${group.name}/providers/${type}/${name}`);
  if (verb !== 'read' && subscription.registration !== 'Registered') {
    throw new ArmError(409, 'MissingSubscriptionRegistration', "The subscription is not registered to use namespace 'Microsoft.Security'. See https://aka.ms/rps-not-found for how to register subscriptions.");
  }
  return { subscription, name, group: group.name, present: subscription.connectors.get(connectorStoreKey(group.name, name)) };
}

function existing(call: ArmCall, verb: 'read' | 'write'): { readonly subscription: AzureSubscription; readonly stored: StoredConnector } {
  const { subscription, present, name, group } = target(call, verb);
  if (present) return { subscription, stored: present };
  throw new ArmError(404, 'ResourceNotFound', `The Resource '${type}/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`);
}

/** An etag comes in the body, as the specification has it, or in the headers, as HTTP has it. */
function checkPreconditions({ headers, body }: ArmCall, present: StoredConnector | undefined): void {
  const wanted = [headers['if-match'], body['etag']].filter((value) => typeof value === 'string' && value !== '*');
  const stale = wanted.some((etag) => etag !== present?.etag);
  if (stale || (headers['if-none-match'] === '*' && present)) {
    throw new ArmError(412, 'PreconditionFailed', 'The condition of the request is not met: the resource has another etag.');
  }
}

function checkLocation({ location }: JsonObject, present: StoredConnector | undefined): void {
  const before = present?.body['location'];
  if (typeof before !== 'string' || typeof location !== 'string' || shortName(before) === shortName(location)) return;
  throw new ArmError(409, 'InvalidResourceLocation', `The resource '${present?.name}' already exists in location '${before}'. A resource with the same name cannot be created in location '${location}'. Please select a new resource name.`);
}

function versionOf({ apiVersion }: ArmCall): ArmApiVersion {
  const known = armApiVersions.find((version) => version === apiVersion);
  if (known) return known;
  throw new ArmError(400, 'NoRegisteredProviderFound', `No registered resource provider found for API version '${apiVersion}' for type 'securityConnectors'. The supported api-versions are '${armApiVersions.join(', ')}'.`);
}

const connectorPage = (call: ArmCall, connectors: readonly StoredConnector[]) => {
  const apiVersion = versionOf(call);
  return armPage(call, connectors, ({ id }) => id, (stored) => connectorJson(stored, apiVersion));
};

function isMemberOf(member: StoredConnector, organization: StoredConnector): boolean {
  const data = objectOf(objectOf(objectOf(member.body['properties'])['environmentData'])['organizationalData']);
  return data['organizationMembershipType'] === 'Member' && data['parentHierarchyId'] === objectOf(organization.body['properties'])['hierarchyIdentifier'];
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
