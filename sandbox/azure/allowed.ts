import { ArmError } from './arm-error';
import type { AzureGrant, AzureSubscription } from './azure-world';

/** Refuses in the words of Azure Resource Manager what none of the account's roles allows. */
export function demand({ grants }: AzureSubscription, action: string, scope: string): void {
  if (grants.some((grant) => allows(grant, action))) return;
  throw new ArmError(
    403,
    'AuthorizationFailed',
    `The client 'sandbox' with object id '00000000-0000-0000-0000-00000000000a' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

const allows = ({ actions, notActions = [] }: AzureGrant, action: string): boolean =>
  actions.some((pattern) => covers(pattern, action)) && !notActions.some((pattern) => covers(pattern, action));

function covers(pattern: string, action: string): boolean {
  const expression = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.*');
  return new RegExp(`^${expression}$`, 'i').test(action);
}
