import { asJson, asList, type Json } from './template-body';

/** Actions of a set of policy documents; for each, on what and when it is allowed. */
export type Permissions = ReadonlyMap<string, ReadonlySet<string>>;

/** Takes documents whose intrinsic functions have been resolved. */
export function permissionsOf(documents: readonly unknown[]): Permissions {
  const permissions = new Map<string, Set<string>>();
  for (const statement of documents.flatMap(statementsOf))
    for (const action of actionsOf(statement)) {
      const scopes = permissions.get(action) ?? new Set();
      permissions.set(action, scopes.add(scopeOf(statement)));
    }
  return permissions;
}

export const statementsOf = (document: unknown): readonly Json[] => asList(asJson(document)['Statement']).map(asJson);

function actionsOf(statement: Json): readonly string[] {
  const prefix = statement['Effect'] === 'Deny' ? 'deny ' : '';
  return [
    ...asList(statement['Action']).map((action) => `${prefix}${String(action)}`),
    ...asList(statement['NotAction']).map((action) => `${prefix}all but ${String(action)}`),
  ];
}

/** Equal texts for equal scopes, however the template orders or wraps them. */
function scopeOf(statement: Json): string {
  const sorted = (key: string) => asList(statement[key]).map(String).sort();
  return JSON.stringify([sorted('Resource'), sorted('NotResource'), inOrder(statement['Condition'])]);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).sort();
  if (typeof value !== 'object' || value === null) return value === undefined ? null : [String(value)];
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, inOrder(part)]);
}
