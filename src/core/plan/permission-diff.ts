import type { PermissionDiff } from './deployment-preview';
import { permissionsOf, type Permissions } from './policy-statements';
import { asJson, asList, type Json } from './template-body';

/** What two versions of a resource permit; null where neither says anything. Takes resolved properties. */
export function permissionDiff(before: Json | null, after: Json | null): PermissionDiff | null {
  if (![before, after].some((properties) => properties && grants(properties))) return null;
  const [old, next] = [permissionsOf(documentsOf(before)), permissionsOf(documentsOf(after))];
  const [oldPolicies, nextPolicies] = [managedPoliciesOf(before), managedPoliciesOf(after)];
  return {
    added: without(next.keys(), old),
    removed: without(old.keys(), next),
    rescoped: [...next.keys()].filter((action) => old.has(action) && scopes(old, action) !== scopes(next, action)).sort(),
    managedPoliciesAdded: without(nextPolicies, new Set(oldPolicies)),
    managedPoliciesRemoved: without(oldPolicies, new Set(nextPolicies)),
  };
}

const grants = (properties: Json) => ['Policies', 'PolicyDocument', 'ManagedPolicyArns'].some((key) => key in properties);

const documentsOf = (properties: Json | null): readonly unknown[] => [
  ...asList(properties?.['Policies']).map((policy) => asJson(policy)['PolicyDocument']),
  ...asList(properties?.['PolicyDocument']),
];

const managedPoliciesOf = (properties: Json | null) => asList(properties?.['ManagedPolicyArns']).map(String);

const without = (names: Iterable<string>, others: { has(name: string): boolean }) =>
  [...new Set(names)].filter((name) => !others.has(name)).sort();

const scopes = (permissions: Permissions, action: string) => [...(permissions.get(action) ?? [])].sort().join();
