import type { ResourceGroup, ResourceGroupKey, ResourceGroupsPort } from '../../app/azure-ports';
import type { Json } from '../../core/model/json';
import { err, ok } from '../../core/model/result';
import { apiVersions } from './api-versions';
import type { ArmClient } from './arm-client';
import { localFailure } from './arm-failure';
import { textField } from './fields';
import { readPages } from './pages';

const apiVersion = apiVersions.resources;

export const resourceGroupsPort = (arm: ArmClient): ResourceGroupsPort => ({
  list: (subscription, signal) =>
    readPages(arm, { doing: `list the resource groups of subscription ${subscription}`, path: groupsPath(subscription), apiVersion, signal }, toGroup),

  async exists(key, signal) {
    const doing = `look for resource group ${key.name}`;
    const answer = await arm.send({ doing, method: 'HEAD', path: groupPath(key), apiVersion, meant: [404], signal });
    if (!answer.ok) return answer;
    const { status } = answer.value;
    // 204 says yes; anything else is not Azure's answer.
    return status === 204 || status === 404 ? ok(status === 204) : err(arm.problem(localFailure('unreadable', `status ${status} says neither yes nor no`), doing));
  },

  async create(key, location, signal) {
    const answer = await arm.send({
      doing: `create resource group ${key.name} in ${location}`,
      method: 'PUT',
      path: groupPath(key),
      apiVersion,
      body: { location },
      signal,
    });
    return answer.ok ? ok(toGroup(answer.value.body ?? null) ?? { name: key.name, location }) : answer;
  },
});

const groupsPath = (subscription: string) => `/subscriptions/${encodeURIComponent(subscription)}/resourcegroups`;

const groupPath = ({ subscription, name }: ResourceGroupKey) => `${groupsPath(subscription)}/${encodeURIComponent(name)}`;

function toGroup(item: Json): ResourceGroup | undefined {
  const name = textField(item, 'name');
  return name === null ? undefined : { name, location: textField(item, 'location') ?? '' };
}
