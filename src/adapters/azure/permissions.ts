import type { PermissionsPort } from '../../app/azure-ports';
import { apiVersions } from './api-versions';
import type { ArmClient } from './arm-client';
import { textsField } from './fields';
import { readPages } from './pages';

export const permissionsPort = (arm: ArmClient): PermissionsPort => ({
  read: ({ subscription, resourceGroup }, signal) => {
    const group = resourceGroup === undefined ? '' : `/resourcegroups/${encodeURIComponent(resourceGroup)}`;
    return readPages(
      arm,
      {
        doing: `read the account's permissions in ${resourceGroup === undefined ? `subscription ${subscription}` : `resource group ${resourceGroup}`}`,
        path: `/subscriptions/${encodeURIComponent(subscription)}${group}/providers/Microsoft.Authorization/permissions`,
        apiVersion: apiVersions.permissions,
        signal,
      },
      (item) => ({ actions: textsField(item, 'actions'), notActions: textsField(item, 'notActions') }),
    );
  },
});
