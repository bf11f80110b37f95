import { isJsonObject } from '../json';
import { demand } from './allowed';
import { ArmError } from './arm-error';
import { armPage } from './arm-pages';
import type { ArmOperation } from './arm-request';
import type { AzureGroup, AzureSubscription } from './azure-world';
import { groupOf, subscriptionOf } from './find-subscription';
import { locations } from './directory';

const type = 'Microsoft.Resources/subscriptions/resourceGroups';

export const listGroups: ArmOperation = (call) => {
  const subscription = subscriptionOf(call);
  demand(subscription, `${type}/read`, `/subscriptions/${subscription.id}`);
  const groups = [...subscription.groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return armPage(call, groups, ({ name }) => name, (group) => groupJson(subscription, group));
};

export const checkGroup: ArmOperation = (call) => {
  const subscription = subscriptionOf(call);
  demand(subscription, `${type}/read`, `/subscriptions/${subscription.id}`);
  return { status: subscription.groups.has((call.names['resourceGroupName'] ?? '').toLowerCase()) ? 204 : 404 };
};

export const getGroup: ArmOperation = (call) => {
  const { subscription, group } = groupOf(call);
  demand(subscription, `${type}/read`, groupId(subscription, group));
  return { status: 200, body: groupJson(subscription, group) };
};

export const putGroup: ArmOperation = (call) => {
  const subscription = subscriptionOf(call);
  const { resourceGroupName: name = '' } = call.names;
  demand(subscription, `${type}/write`, `/subscriptions/${subscription.id}/resourcegroups/${name}`);
  const { location, tags } = call.body;
  if (typeof location !== 'string') throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  const short = location.toLowerCase().replaceAll(' ', '');
  if (!locations.some(([each]) => each === short)) {
    throw new ArmError(400, 'LocationNotAvailableForResourceGroup', `The provided location '${location}' is not available for resource group.`);
  }
  const present = subscription.groups.get(name.toLowerCase());
  if (present && present.location !== short) {
    throw new ArmError(409, 'InvalidResourceGroupLocation', `Invalid resource group location '${location}'. The Resource group already exists in location '${present.location}'.`);
  }
  const group: AzureGroup = present ?? { name, location: short, tags: {} };
  if (isJsonObject(tags)) group.tags = tags;
  subscription.groups.set(name.toLowerCase(), group);
  return { status: present ? 200 : 201, body: groupJson(subscription, group) };
};

/** Deletes at once what real Azure deletes after its answer. */
export const deleteGroup: ArmOperation = (call) => {
  const { subscription, group } = groupOf(call);
  demand(subscription, `${type}/delete`, groupId(subscription, group));
  for (const [key, { resourceGroup }] of subscription.connectors) {
    if (resourceGroup.toLowerCase() === group.name.toLowerCase()) subscription.connectors.delete(key);
  }
  subscription.groups.delete(group.name.toLowerCase());
  return { status: 202, headers: { location: `${call.world.endpoint}/subscriptions/${subscription.id}/operationresults/sandbox?api-version=2024-03-01` } };
};

const groupId = ({ id }: AzureSubscription, { name }: AzureGroup) => `/subscriptions/${id}/resourceGroups/${name}`;

const groupJson = (subscription: AzureSubscription, group: AzureGroup) => ({
  id: groupId(subscription, group),
  name: group.name,
  type: 'Microsoft.Resources/resourceGroups',
  location: group.location,
  tags: group.tags,
  properties: { provisioningState: 'Succeeded' },
});
