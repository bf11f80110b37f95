import type { AzurePorts } from '../../app/azure-ports';
import { systemClock } from '../node/clock';
import { createArmClient, type ArmOptions } from './arm-client';
import { connectorsPort } from './connectors';
import { directoryPort } from './directory';
import { healthPort } from './health-reports';
import { permissionsPort } from './permissions';
import { resourceGroupsPort } from './resource-groups';
import { securityProviderPort } from './security-provider';

export { endpointOf, isLoopback, publicEndpoint, publicScope } from './endpoint';
export { postForm } from './post-form';

export type AzureOptions = Omit<ArmOptions, 'clock'> & Partial<Pick<ArmOptions, 'clock'>>;

/** Azure Resource Manager for one account and one tenant. Tokens come from outside, call by call; none is kept here. */
export function createAzurePorts(options: AzureOptions): AzurePorts {
  const clock = options.clock ?? systemClock;
  const arm = createArmClient({ ...options, clock });
  return {
    tenant: options.tenant,
    directory: directoryPort(arm, options.tenant),
    groups: resourceGroupsPort(arm),
    provider: securityProviderPort(arm),
    permissions: permissionsPort(arm),
    connectors: connectorsPort(arm),
    health: healthPort(arm),
    clock,
  };
}
