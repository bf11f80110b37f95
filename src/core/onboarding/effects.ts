import { catalog, type CatalogRole } from '../catalog/catalog';
import { featuresOn } from '../catalog/features-on';
import { requiredRoles } from '../catalog/required-roles';
import { usualRoleName } from '../catalog/usual-role-name';
import type { AccessType, Connector } from '../model/connector';
import { permissionsOf, together, type Permissions } from './permissions';

/** What a plan makes in the AWS account. */
export interface PlanEffect {
  readonly plan: string;
  readonly roles: readonly RoleEffect[];
  /** What cannot be told or is not made, and why. */
  readonly gaps: readonly string[];
}

export interface RoleEffect {
  readonly id: string;
  readonly name: string;
  /** Number of actions by permissions type; null where they are not published. */
  readonly actions: Readonly<Record<AccessType, number | null>>;
  /** Policies of AWS that it has besides, by permissions type. */
  readonly managedPolicies: Readonly<Record<AccessType, readonly string[]>>;
}

export interface AccessTotal {
  /** Roles whose permissions are published. */
  readonly roles: number;
  /** Different actions of their own policies. */
  readonly actions: number;
  readonly managedPolicies: readonly string[];
}

/** The two permissions types side by side. */
export interface AccessComparison {
  readonly totals: Readonly<Record<AccessType, AccessTotal>>;
  /** Actions that the type has and the other does not list. */
  readonly only: Readonly<Record<AccessType, readonly string[]>>;
}

export function planEffects({ plans, roles: names }: Pick<Connector, 'plans' | 'roles'>): readonly PlanEffect[] {
  const on = featuresOn(plans);
  return catalog.plans
    .map((plan) => ({ plan: plan.id, features: on.filter(({ id }) => id.startsWith(`${plan.id}.`)) }))
    .filter(({ features }) => features.length > 0)
    .map(({ plan, features }) => ({
      plan,
      roles: catalog.roles.filter(({ id }) => features.some(({ roles }) => roles?.includes(id))).map((role) => roleEffect(role, names)),
      gaps: features.flatMap(({ label, unknown, leftOut }) => [unknown, leftOut].flatMap((gap) => (gap === null ? [] : [`${label}: ${gap}`]))),
    }));
}

const roleEffect = (role: CatalogRole, names: Connector['roles']): RoleEffect => {
  const permissions = { default: permissionsOf(role, 'default'), leastPrivilege: permissionsOf(role, 'leastPrivilege') };
  return {
    id: role.id,
    name: names[role.id] ?? usualRoleName(role),
    actions: { default: permissions.default?.actions.length ?? null, leastPrivilege: permissions.leastPrivilege?.actions.length ?? null },
    managedPolicies: {
      default: permissions.default?.managedPolicies ?? [],
      leastPrivilege: permissions.leastPrivilege?.managedPolicies ?? [],
    },
  };
};

export function compareAccess({ plans }: Pick<Connector, 'plans'>): AccessComparison {
  const byRole = (access: AccessType) => requiredRoles(plans).flatMap(({ role }) => permissionsOf(role, access) ?? []);
  const [ofDefault, ofLeast] = [together(byRole('default')), together(byRole('leastPrivilege'))];
  const total = ({ actions, managedPolicies }: Permissions, access: AccessType): AccessTotal => ({ roles: byRole(access).length, actions: actions.length, managedPolicies });
  const without = (one: Permissions, other: Permissions) => one.actions.filter((action) => !other.actions.includes(action));
  return {
    totals: { default: total(ofDefault, 'default'), leastPrivilege: total(ofLeast, 'leastPrivilege') },
    only: { default: without(ofDefault, ofLeast), leastPrivilege: without(ofLeast, ofDefault) },
  };
}
