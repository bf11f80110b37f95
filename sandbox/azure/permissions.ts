import type { ArmOperation } from './arm-request';
import { groupOf, subscriptionOf } from './find-subscription';

/** What the account may do: at a subscription, at a resource group, or at a connector. */
export const listPermissions: ArmOperation = (call) => {
  const { grants } = 'resourceGroupName' in call.names ? groupOf(call).subscription : subscriptionOf(call);
  return {
    status: 200,
    body: { value: grants.map(({ actions, notActions = [] }) => ({ actions: [...actions], notActions: [...notActions], dataActions: [], notDataActions: [] })) },
  };
};
