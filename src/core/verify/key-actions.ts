import type { CatalogRole } from '../catalog/catalog';
import { neededPermissions } from '../lint/view/needed-permissions';
import type { AccessType } from '../model/connector';

/**
 * Actions to ask IAM's simulator for: one of each service that the role needs on any resource and without a condition.
 * What takes permissions away (a boundary, a policy of the organization) names services, rarely single actions; and the
 * simulator takes no wildcards.
 */
export function keyActions(role: CatalogRole, access: AccessType): readonly string[] {
  const statements = neededPermissions(role, access)?.allowed ?? [];
  const actions = statements
    .filter(({ condition, resources }) => condition === undefined && resources.includes('*'))
    .flatMap((statement) => statement.actions)
    .filter((action) => !/[*?]/.test(action));
  return [...new Map(actions.map((action) => [action.split(':')[0], action])).values()];
}
