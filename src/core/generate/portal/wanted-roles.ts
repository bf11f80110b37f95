import { audienceByValue } from '../../catalog/audience-by-value';
import type { CatalogFeature, CatalogRole } from '../../catalog/catalog';
import { roleById } from '../../catalog/role-by-id';
import type { PortalRole } from './portal-roles';

export interface WantedRole {
  readonly portal: PortalRole;
  readonly features: readonly string[];
}

/**
 * Which roles of a portal's template give the features that the catalog cannot. A role with a name in the catalog is
 * told by it. For the others, whose names nobody has published, only roles are left that are none of the catalog's.
 */
export function wantedRoles(features: readonly CatalogFeature[], roles: readonly PortalRole[]): readonly WantedRole[] {
  const named = features.map((feature) => ({ feature, portal: roles.filter((one) => gives(one, feature)) }));
  const nameless = named.filter(({ portal }) => portal.length === 0).map(({ feature }) => feature.id);
  const strangers = nameless.length > 0 ? roles.filter((one) => isStranger(one, roles)) : [];
  // With fewer strangers than features nobody can say which feature goes without.
  const given = strangers.length >= nameless.length ? nameless : [];
  return [
    ...named.flatMap(({ feature, portal }) => portal.map((one) => ({ portal: one, features: [feature.id] }))),
    ...strangers.map((one) => ({ portal: one, features: given })),
  ];
}

const gives = ({ role, audiences }: PortalRole, feature: CatalogFeature): boolean =>
  role !== undefined && audiences.length > 0 && (feature.roles ?? []).includes(role.id);

/** A token opens it, its name is in no generation, and its audience is new or that of roles which are all there. */
function isStranger({ role, audiences }: PortalRole, all: readonly PortalRole[]): boolean {
  const present = new Set(all.map((one) => one.role?.id));
  const isThere = (found: CatalogRole | undefined) => found === undefined || found.legacy || present.has(found.id);
  return (
    role === undefined &&
    audiences.length > 0 &&
    audiences.every((audience) => (audienceByValue(audience)?.roles ?? []).every((id) => isThere(roleById(id))))
  );
}
