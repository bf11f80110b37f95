import { catalog } from '../catalog/catalog';
import { roleByName } from '../catalog/role-by-name';
import type { Grown } from './escalations';
import { statementsOf } from './policy-statements';
import { asJson, asList, type Json } from './template-body';

/**
 * Wildcards that a role or policy did not have: all of a service, all but something, verbs of the services that give
 * power away, and an action that was on certain resources and now is on all. Reading by `Describe*` and the like is none.
 */
export function newWildcards({ name, was, willBe }: Grown): readonly string[] {
  const before = new Set(wildcardsOf(was));
  const published = was === null ? publishedActions(name) : new Set<string>();
  const actions = wildcardsOf(willBe).filter((wildcard) => !before.has(wildcard) && !published.has(wildcard));
  return [...new Set([...actions, ...widened(was, willBe)])];
}

const wildcardsOf = (properties: Json | null): readonly string[] => allowed(properties).flatMap((statement) => [
  ...asList(statement['Action']).map(String).filter(isWide),
  ...asList(statement['NotAction']).map((action) => `all but ${String(action)}`),
]);

/** Services whose verbs give power to others. */
const powerful = /^(iam|sts|organizations|sso|kms):[^*]*\*/i;
const reading = /^[\w-]+:(Describe|Get|List|Read|View)\w*\*$/i;

const isWide = (action: string) => /^(\*|[\w-]+:\*)$/.test(action) || (powerful.test(action) && !reading.test(action));

function widened(was: Json | null, willBe: Json): readonly string[] {
  if (was === null) return [];
  const narrow = new Set(allowed(was).filter((statement) => !onAll(statement)).flatMap(actionsOf));
  const wide = new Set(allowed(was).filter(onAll).flatMap(actionsOf));
  return allowed(willBe)
    .filter(onAll)
    .flatMap(actionsOf)
    .filter((action) => narrow.has(action) && !wide.has(action))
    .map((action) => `${action} on every resource`);
}

const onAll = (statement: Json) => asList(statement['Resource']).some((resource) => resource === '*');

const actionsOf = (statement: Json) => asList(statement['Action']).map(String);

const allowed = (properties: Json | null): readonly Json[] =>
  [...asList(properties?.['Policies']).map((policy) => asJson(policy)['PolicyDocument']), ...asList(properties?.['PolicyDocument'])]
    .flatMap(statementsOf)
    .filter((statement) => statement['Effect'] !== 'Deny');

/** Of a role of Defender's by its name, or of one of its policies by that one's. */
function publishedActions(name: string): ReadonlySet<string> {
  const known = roleByName(name)?.role;
  const policies = (known ? [known] : catalog.roles)
    .flatMap((role) => Object.values(role.policies).flatMap((published) => published ?? []))
    .filter((policy) => known !== undefined || ourName(policy.name) === name);
  return new Set(policies.flatMap(({ statements }) => statements).flatMap((statement) => asList(asJson(statement)['Action']).map(String)));
}

/** A published name that a correction replaces. */
const ourName = (published: string) =>
  catalog.corrections.find(({ subject, published: [name] }) => subject === 'policyName' && name === published)?.ours[0] ?? published;
