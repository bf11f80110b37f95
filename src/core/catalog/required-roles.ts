import type { Plans } from '../model/connector';
import { catalog, type CatalogFeature, type CatalogRole } from './catalog';
import { featuresOn } from './features-on';

export interface RequiredRole {
  readonly role: CatalogRole;
  /** The features that are on and need the role; never empty. */
  readonly features: readonly CatalogFeature[];
}

/** Roles that a connector's plans need, in the catalog's order. Features whose roles are unknown add none. */
export function requiredRoles(plans: Plans): readonly RequiredRole[] {
  const on = featuresOn(plans);
  return catalog.roles
    .map((role) => ({ role, features: on.filter(({ roles }) => roles?.includes(role.id)) }))
    .filter(({ features }) => features.length > 0);
}
