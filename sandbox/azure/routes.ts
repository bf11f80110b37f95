import type { ArmRoute } from './arm-request';
import { deleteConnector, getConnector, listConnectors, listConnectorsOfGroup, patchConnector, putConnector } from './connectors';
import { getSubscription, listLocations, listSubscriptions, listTenants } from './directory';
import { getReport, listReports } from './health-reports';
import { listPermissions } from './permissions';
import { getProvider, registerProvider } from './providers';
import { checkGroup, deleteGroup, getGroup, listGroups, putGroup } from './resource-groups';
import { queryResources } from './resource-graph';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroupName}`;
const connectors = 'providers/Microsoft.Security/securityConnectors';

/** Paths and operationIds as in the official specification; the first match wins. */
export const armRoutes: readonly ArmRoute[] = [
  { method: 'GET', path: '/tenants', operation: 'Tenants_List', run: listTenants },
  { method: 'GET', path: '/subscriptions', operation: 'Subscriptions_List', run: listSubscriptions },
  { method: 'GET', path: subscription, operation: 'Subscriptions_Get', run: getSubscription },
  { method: 'GET', path: `${subscription}/locations`, operation: 'Subscriptions_ListLocations', run: listLocations },
  { method: 'GET', path: `${subscription}/resourceGroups`, operation: 'ResourceGroups_List', run: listGroups },
  { method: 'HEAD', path: group, operation: 'ResourceGroups_CheckExistence', run: checkGroup },
  { method: 'GET', path: group, operation: 'ResourceGroups_Get', run: getGroup },
  { method: 'PUT', path: group, operation: 'ResourceGroups_CreateOrUpdate', run: putGroup },
  { method: 'DELETE', path: group, operation: 'ResourceGroups_Delete', run: deleteGroup },
  { method: 'GET', path: `${subscription}/${connectors}`, operation: 'SecurityConnectors_List', run: listConnectors },
  { method: 'GET', path: `${group}/${connectors}`, operation: 'SecurityConnectors_ListByResourceGroup', run: listConnectorsOfGroup },
  { method: 'GET', path: `${group}/${connectors}/{securityConnectorName}`, operation: 'SecurityConnectors_Get', run: getConnector },
  { method: 'PUT', path: `${group}/${connectors}/{securityConnectorName}`, operation: 'SecurityConnectors_CreateOrUpdate', run: putConnector },
  { method: 'PATCH', path: `${group}/${connectors}/{securityConnectorName}`, operation: 'SecurityConnectors_Update', run: patchConnector },
  { method: 'DELETE', path: `${group}/${connectors}/{securityConnectorName}`, operation: 'SecurityConnectors_Delete', run: deleteConnector },
  { method: 'GET', path: '/{scope}/providers/Microsoft.Security/healthReports', operation: 'HealthReports_List', run: listReports },
  { method: 'GET', path: '/{resourceId}/providers/Microsoft.Security/healthReports/{healthReportName}', operation: 'HealthReports_Get', run: getReport },
  { method: 'GET', path: `${subscription}/providers/Microsoft.Authorization/permissions`, operation: 'Permissions_ListForSubscription', run: listPermissions },
  { method: 'GET', path: `${group}/providers/Microsoft.Authorization/permissions`, operation: 'Permissions_ListForResourceGroup', run: listPermissions },
  { method: 'GET', path: `${subscription}/providers/{resourceProviderNamespace}`, operation: 'Providers_Get', run: getProvider },
  { method: 'POST', path: `${subscription}/providers/{resourceProviderNamespace}/register`, operation: 'Providers_Register', run: registerProvider },
  { method: 'POST', path: '/providers/Microsoft.ResourceGraph/resources', operation: 'Resources', run: queryResources },
];

export interface FoundRoute {
  readonly route: ArmRoute;
  readonly names: Readonly<Record<string, string>>;
}

export function findRoute(method: string, path: string): FoundRoute | undefined {
  for (const route of armRoutes) {
    const names = route.method === method ? match(route.path, path) : undefined;
    if (names) return { route, names };
  }
  return undefined;
}

/** Azure compares its paths without regard to case. */
function match(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const expression = pattern
    .replace(/\{(scope|resourceId)\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const found = new RegExp(`^${expression}/?$`, 'i').exec(path);
  if (!found) return undefined;
  return Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value ?? '')]));
}
