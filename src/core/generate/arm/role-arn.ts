import { regionByCode } from '../../catalog/region-by-code';
import { roleById } from '../../catalog/role-by-id';
import type { Connector } from '../../model/connector';

/** The ARN that a connector gives a role of the catalog: its own name for it, or the default. */
export function roleArn(connector: Connector, roleId: string): string {
  const name = connector.roles[roleId] ?? roleById(roleId)?.defaultName;
  if (name == null) throw new Error(`The catalog gives role ${roleId} no name.`);
  return roleArnPrefix(connector) + name;
}

/** Up to the role's name. Roles are global: only the partition depends on a region, and the stack is in the same one. */
export const roleArnPrefix = ({ account, deployment }: Pick<Connector, 'account' | 'deployment'>): string =>
  `arn:${regionByCode(deployment.region)?.partition ?? 'aws'}:iam::${account.id}:role/`;
