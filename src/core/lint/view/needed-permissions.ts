import { catalog, type CatalogRole } from '../../catalog/catalog';
import { iam } from '../../catalog/iam';
import { correctedPolicies } from '../../generate/corrected-policies';
import type { AccessType } from '../../model/connector';
import { type ActionSet, actionSet } from './action-set';

/** What a role needs for its features, by the catalog. */
export interface NeededPermissions {
  readonly allowed: readonly NeededStatement[];
  /** Of all of these, each once. */
  readonly actions: readonly string[];
  readonly denied: readonly string[];
  /** Policies that AWS keeps, by their names. */
  readonly awsPolicies: readonly string[];
}

/** One published statement that allows something. */
export interface NeededStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** As published; undefined where there is none. */
  readonly condition: unknown;
}

/** Undefined where it was not found in what Microsoft publishes. */
export function neededPermissions(role: CatalogRole, access: AccessType): NeededPermissions | undefined {
  const key = `${role.id} ${access}`;
  const kept = cache.get(key);
  if (kept) return kept;
  if (role.trust === null || role.policies[access] === null || role.managedPolicies[access] === null) return undefined;
  const statements = correctedPolicies(role, access).flatMap((policy) => policy.statements);
  const allowed = statements.filter(isAllow).map(neededStatement);
  const needed = {
    allowed,
    actions: [...new Set(allowed.flatMap(({ actions }) => actions))],
    denied: statements.filter((statement) => !isAllow(statement)).flatMap((statement) => texts(statement['Action'])),
    awsPolicies: (role.managedPolicies[access] ?? []).map((arn) => arn.replace(/^.*\//, '')),
  };
  cache.set(key, needed);
  return needed;
}

const cache = new Map<string, NeededPermissions>();

type Statement = Readonly<Record<string, unknown>>;

const isAllow = (statement: Statement): boolean => statement['Effect'] === 'Allow';

const neededStatement = (statement: Statement): NeededStatement => ({
  actions: texts(statement['Action']),
  resources: texts(statement['Resource']),
  condition: statement['Condition'],
});

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

/** Every action that a page or a template of Microsoft's gives a role, for one access type or for both. */
export function publishedActions(role: CatalogRole, access: AccessType | undefined): ActionSet {
  const key = `${role.id} ${access ?? ''}`;
  const made = published.get(key) ?? actionSet(publishedNames(role, access));
  published.set(key, made);
  return made;
}

const published = new Map<string, ActionSet>();

function publishedNames(role: CatalogRole, access: AccessType | undefined): readonly string[] {
  const types: readonly AccessType[] = access ? [access] : ['default', 'leastPrivilege'];
  const needed = types.flatMap((type) => neededPermissions(role, type)?.allowed ?? []);
  const further = iam.furtherActions[role.id];
  return [...needed.flatMap(({ actions }) => actions), ...(role.documentedActions ?? []), ...(Array.isArray(further) ? further : [])];
}

/** Every action of every role, without wildcards: what somebody may have meant. */
export const allPublishedActions = (): readonly string[] => {
  known ??= [...new Set(catalog.roles.flatMap((role) => publishedNames(role, undefined)))].filter((action) => !action.includes('*'));
  return known;
};

let known: readonly string[] | undefined;
