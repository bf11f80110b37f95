import { catalog, type CatalogCorrection, type CatalogPolicy, type CatalogRole } from '../catalog/catalog';
import type { AccessType } from '../model/connector';
import { correctPartition } from './correct-partition';
import { mapStrings } from './map-strings';

/** A role's published policies with the catalog's corrections applied. */
export function correctedPolicies(role: CatalogRole, access: AccessType): readonly CatalogPolicy[] {
  const corrections = catalog.corrections.filter(
    (correction) => correction.role === role.id && (correction.access ?? access) === access,
  );
  return (role.policies[access] ?? []).map((policy) => ({
    ...policy,
    name: corrections.filter(({ subject }) => subject === 'policyName').reduce(renamed, policy.name),
    statements: policy.statements.map((statement) => correctedStatement(statement, corrections)),
  }));
}

type Statement = CatalogPolicy['statements'][number];

const renamed = (name: string, { published, ours }: CatalogCorrection): string =>
  name === published[0] ? (ours[0] ?? name) : name;

function correctedStatement(statement: Statement, corrections: readonly CatalogCorrection[]): Statement {
  const entries = Object.entries(statement).map(([key, value]) => {
    const corrected = corrections.filter(({ subject }) => subject === 'permissions').reduce(replaced, value);
    return [key, mapStrings(corrected, correctPartition)];
  });
  return Object.fromEntries(entries) as Statement;
}

/** A list that holds all published values, each as often, gets ours where the first of them stood. */
function replaced(value: unknown, { published, ours }: CatalogCorrection): unknown {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const rest = [...list];
  for (const item of published) {
    const at = rest.indexOf(item);
    if (at < 0) return value;
    rest.splice(at, 1);
  }
  const first = list.findIndex((item) => published.some((one) => one === item));
  const corrected = [...rest.slice(0, first), ...ours, ...rest.slice(first)];
  return Array.isArray(value) || corrected.length > 1 ? corrected : corrected[0];
}
