import { type ActionSet, actionSet } from './action-set';
import type { PolicyStatement, PolicyText } from './policy-statement';
import type { PolicyView } from './policy-view';
import { plainArn } from './provider-arn';
import type { ResolvedText } from './resolved-text';
import type { RoleView } from './role-view';

/** What the policies of a template let a role do. */
export interface RolePermissions {
  readonly policies: readonly PolicyText[];
  readonly statements: readonly PolicyStatement[];
  /** Policies that AWS keeps, by their names. */
  readonly awsPolicies: readonly AwsPolicy[];
  /** Actions that some statement allows, on whatever resource. */
  readonly allowed: ActionSet;
  /** Actions that a statement denies everywhere and always. */
  readonly denied: ActionSet;
  /** False where the role has more than the file tells. */
  readonly isWhole: boolean;
}

export interface AwsPolicy {
  readonly name: string;
  readonly arn: ResolvedText;
}

export function permissionsOf(role: RoleView, policies: readonly PolicyView[]): RolePermissions {
  const index = policyIndex(policies);
  const id = String(role.resource.logicalId.value);
  const parts = new Set<PolicyText>([
    ...role.attached.inline,
    ...role.attached.managed.flatMap(({ logicalId }) => (logicalId === undefined ? [] : (index.byId.get(logicalId) ?? []))),
    ...(index.byRoleId.get(id) ?? []),
    ...(role.name?.known ? (index.byRoleName.get(role.name.text) ?? []) : []),
  ]);
  const known = kept.get(role);
  if (known?.policies.length === parts.size && known.policies.every((one) => parts.has(one))) return known;
  const made = permissions(role, [...parts], index);
  kept.set(role, made);
  return made;
}

const kept = new WeakMap<RoleView, RolePermissions>();

function permissions({ attached }: RoleView, policies: readonly PolicyText[], { byId }: PolicyIndex): RolePermissions {
  const references = attached.managed.map(({ value, logicalId }) => ({ value, name: awsPolicyName(value), isHere: logicalId !== undefined && byId.has(logicalId) }));
  const statements = policies.flatMap((policy) => policy.statements);
  return {
    policies,
    statements,
    allowed: actionSet(statements.filter(({ effect }) => effect === 'Allow').flatMap(patterns)),
    denied: actionSet(statements.filter(isDenial).flatMap(patterns)),
    awsPolicies: references.flatMap(({ name, value }) => (name === undefined ? [] : [{ name, arn: value }])),
    isWhole: attached.isWhole && policies.every(({ isWhole }) => isWhole) && references.every(({ name, isHere }) => isHere || name !== undefined),
  };
}

const awsPolicyName = ({ text }: ResolvedText): string | undefined => /^arn:[^:]+:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(plainArn(text))?.[1];

interface PolicyIndex {
  readonly byId: ReadonlyMap<string, readonly PolicyView[]>;
  readonly byRoleId: ReadonlyMap<string, readonly PolicyView[]>;
  readonly byRoleName: ReadonlyMap<string, readonly PolicyView[]>;
}

/** Large templates have hundreds of policies, and each rule asks for those of each role. */
function policyIndex(policies: readonly PolicyView[]): PolicyIndex {
  const known = indexes.get(policies);
  if (known) return known;
  const index = {
    byId: grouped(policies, ({ resource }) => [String(resource.logicalId.value)]),
    byRoleId: grouped(policies, ({ roles }) => roles.flatMap(({ logicalId }) => logicalId ?? [])),
    byRoleName: grouped(policies, ({ roles }) => roles.flatMap(({ value }) => (value.known ? [value.text] : []))),
  };
  indexes.set(policies, index);
  return index;
}

const indexes = new WeakMap<readonly PolicyView[], PolicyIndex>();

/** The policies that name a role, by `Ref` or by the role's name, in the order of the file. */
export function policiesNaming({ resource, name }: RoleView, policies: readonly PolicyView[]): readonly PolicyView[] {
  const { byRoleId, byRoleName } = policyIndex(policies);
  const ids = byRoleId.get(String(resource.logicalId.value)) ?? [];
  const named = name?.known ? (byRoleName.get(name.text) ?? []) : [];
  if (ids.length === 0 || named.length === 0) return ids.length === 0 ? named : ids;
  const found = new Set([...ids, ...named]);
  return policies.filter((policy) => found.has(policy));
}

/** Whether a policy is declared under a logical id. */
export const isPolicy = (logicalId: string, policies: readonly PolicyView[]): boolean => policyIndex(policies).byId.has(logicalId);

function grouped<V>(views: readonly V[], keys: (view: V) => readonly string[]): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const view of views) {
    for (const key of new Set(keys(view))) {
      const group = groups.get(key);
      if (group) group.push(view);
      else groups.set(key, [view]);
    }
  }
  return groups;
}

/** The roles that a policy is for: those it names, and those that name it. */
export function ownersOf(policy: PolicyView, roles: readonly RoleView[]): readonly RoleView[] {
  const { byId, byName, byPolicy } = roleIndex(roles);
  const owners = new Set(byPolicy.get(String(policy.resource.logicalId.value)));
  for (const { logicalId, value } of policy.roles) {
    for (const role of logicalId === undefined ? [] : (byId.get(logicalId) ?? [])) owners.add(role);
    for (const role of value.known ? (byName.get(value.text) ?? []) : []) owners.add(role);
  }
  return owners.size > 1 ? roles.filter((role) => owners.has(role)) : [...owners];
}

interface RoleIndex {
  readonly byId: ReadonlyMap<string, readonly RoleView[]>;
  readonly byName: ReadonlyMap<string, readonly RoleView[]>;
  /** By the logical ids of the policies that a role names. */
  readonly byPolicy: ReadonlyMap<string, readonly RoleView[]>;
}

/** The same for the hundreds of roles that each rule about policies asks for. */
function roleIndex(roles: readonly RoleView[]): RoleIndex {
  const known = roleIndexes.get(roles);
  if (known) return known;
  const index = {
    byId: grouped(roles, ({ resource }) => [String(resource.logicalId.value)]),
    byName: grouped(roles, ({ name }) => (name?.known ? [name.text] : [])),
    byPolicy: grouped(roles, ({ attached }) => attached.managed.flatMap(({ logicalId }) => logicalId ?? [])),
  };
  roleIndexes.set(roles, index);
  return index;
}

const roleIndexes = new WeakMap<readonly RoleView[], RoleIndex>();

const isDenial = ({ effect, condition, resources }: PolicyStatement): boolean =>
  effect === 'Deny' && !condition && resources.some(({ text }) => text === '*');

/** All but some is nearly all. */
const patterns = ({ actions, notAction }: PolicyStatement): readonly string[] => (notAction ? ['*'] : actions.map(({ text }) => text));
