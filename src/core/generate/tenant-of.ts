import type { Connector } from '../model/connector';

/** Microsoft's tokens carry tenant ids in lower case, and IAM compares them with case. */
export const tenantOf = ({ azure }: Connector): string => azure.tenant.toLowerCase();
