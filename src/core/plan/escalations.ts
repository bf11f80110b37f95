import { iam } from '../catalog/iam';
import type { ChangeSetChange } from './change-set';
import type { Escalation } from './escalation';
import { newPrincipals } from './new-principals';
import { newWildcards } from './new-wildcards';
import { resolveValue } from './resolve-value';
import { wasBefore, type Templates } from './resource-changes';
import { asJson, asList, resourcesOf, type Json } from './template-body';
import type { TemplateScope } from './template-scope';

/** A role or policy before and after; null before it exists. */
export interface Grown {
  readonly logicalId: string;
  /** A role's own name where the template says it. */
  readonly name: string;
  readonly was: Json | null;
  readonly willBe: Json;
  readonly accountId: string;
  readonly tenant: string;
}

/**
 * What a deployment gives more power to than it had: wildcards, principals and policies that allow nearly everything.
 * What Microsoft publishes for a new role of Defender's is what the user is here for and no escalation; for a role that
 * exists, everything new is one.
 */
export function escalationsOf(changes: readonly ChangeSetChange[], templates: Templates, tenant: string): readonly Escalation[] {
  const found = grownResources(changes, templates, tenant).flatMap((grown) => [
    ...newWildcards(grown).map((subject) => ({ kind: 'wildcard' as const, subject, name: grown.name })),
    ...newPrincipals(grown).map((subject) => ({ kind: 'principal' as const, subject, name: grown.name })),
    ...newAdminPolicies(grown).map((subject) => ({ kind: 'adminPolicy' as const, subject, name: grown.name })),
  ]);
  const bySubject = new Map<string, { readonly kind: Escalation['kind']; readonly subject: string; readonly names: string[] }>();
  for (const { kind, subject, name } of found) {
    const key = `${kind}:${subject}`;
    const entry = bySubject.get(key) ?? { kind, subject, names: [] };
    entry.names.push(name);
    bySubject.set(key, entry);
  }
  return [...bySubject].map(([id, { kind, subject, names }]) => ({ id, kind, message: sentences[kind](subject, [...new Set(names)].join(', ')) }));
}

const sentences: Readonly<Record<Escalation['kind'], (subject: string, names: string) => string>> = {
  wildcard: (subject, names) => `${names} may do ${subject}: a wildcard that was not there before.`,
  principal: (subject, names) => `${subject} may assume ${names} and could not before.`,
  adminPolicy: (subject, names) => `${names} gets the policy ${subject}, which allows nearly everything.`,
};

const newAdminPolicies = ({ was, willBe }: Grown): readonly string[] => {
  const before = new Set(policyNames(was));
  return policyNames(willBe).filter((name) => iam.broadPolicies.names.includes(name) && !before.has(name));
};

const policyNames = (properties: Json | null) => asList(properties?.['ManagedPolicyArns']).map((arn) => String(arn).split('/').at(-1) ?? '');

function grownResources(changes: readonly ChangeSetChange[], { before, after }: Templates, tenant: string): readonly Grown[] {
  const [old, next] = [before ? propertiesById(before) : new Map<string, Json>(), propertiesById(after)];
  return changes.flatMap((change) => {
    const { logicalId, action } = change;
    const willBe = action === 'remove' ? undefined : next.get(logicalId);
    if (!willBe) return [];
    const was = wasBefore(change, old, willBe);
    const name = [willBe['RoleName'], willBe['ManagedPolicyName'], willBe['PolicyName']].find((each) => typeof each === 'string');
    return [{ logicalId, name: name === undefined ? logicalId : String(name), was, willBe, accountId: after.values['AWS::AccountId'] ?? '', tenant }];
  });
}

const propertiesById = (scope: TemplateScope): ReadonlyMap<string, Json> =>
  new Map(resourcesOf(scope.body).map(({ logicalId, properties }) => [logicalId, asJson(resolveValue(properties, scope))]));
