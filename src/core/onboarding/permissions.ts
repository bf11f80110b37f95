import type { CatalogRole } from '../catalog/catalog';
import { correctedPolicies } from '../generate/corrected-policies';
import type { AccessType } from '../model/connector';

/** What a role may do. */
export interface Permissions {
  /** Actions of the role's own policies, each once, sorted. */
  readonly actions: readonly string[];
  /** Names of policies that AWS keeps, whose actions AWS may change. */
  readonly managedPolicies: readonly string[];
}

/** Undefined where they are not published. */
export function permissionsOf(role: CatalogRole, access: AccessType): Permissions | undefined {
  const known = kept.get(role) ?? { default: readPermissions(role, 'default'), leastPrivilege: readPermissions(role, 'leastPrivilege') };
  kept.set(role, known);
  return known[access];
}

/** Roles of the catalog do not change, and the wizard counts their permissions with every key press. */
const kept = new WeakMap<CatalogRole, Readonly<Record<AccessType, Permissions | undefined>>>();

function readPermissions(role: CatalogRole, access: AccessType): Permissions | undefined {
  if (role.policies[access] === null || role.managedPolicies[access] === null) return undefined;
  const statements = correctedPolicies(role, access).flatMap((policy) => policy.statements);
  const actions = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => texts(Action));
  return { actions: unique(actions), managedPolicies: (role.managedPolicies[access] ?? []).map((arn) => arn.split('/').at(-1) ?? arn) };
}

export const together = (all: readonly Permissions[]): Permissions => ({
  actions: unique(all.flatMap(({ actions }) => actions)),
  managedPolicies: unique(all.flatMap(({ managedPolicies }) => managedPolicies)),
});

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)].sort();
