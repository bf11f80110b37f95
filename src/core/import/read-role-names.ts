import { catalog } from '../catalog/catalog';
import { roleArnPrefix } from '../generate/arm/role-arn';
import type { Connector } from '../model/connector';
import { isJsonObject, type Json, type JsonObject } from '../model/json';

/**
 * Role names that offerings give, by role id. Left out is a role that is missing in a place where `said` has it, that
 * has several ARNs, or one that a name cannot say (another account, partition or path).
 */
export function readRoleNames(
  offerings: JsonObject,
  said: JsonObject,
  place: Pick<Connector, 'account' | 'deployment'>,
): ReadonlyMap<string, string> {
  const prefix = roleArnPrefix(place);
  const given = byRole(offerings);
  return new Map(
    [...byRole(said)].flatMap(([id, places]): [string, string][] => {
      const arns = given.get(id);
      const [arn = '', ...others] = new Set(arns?.values());
      const name = arn.startsWith(prefix) && others.length === 0 ? arn.slice(prefix.length) : '';
      return roleName.test(name) && [...places.keys()].every((path) => arns?.has(path)) ? [[id, name]] : [];
    }),
  );
}

/** ARNs by their path, by role id. */
function byRole(offerings: JsonObject): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const roles = new Map<string, Map<string, string>>();
  for (const { path, arn } of roleArns(offerings)) {
    const id = roleIds.get(path);
    if (id !== undefined) roles.set(id, (roles.get(id) ?? new Map<string, string>()).set(path, arn));
  }
  return roles;
}

/** As the schema of the connector file has it. */
const roleName = /^[\w+=,.@-]{1,64}$/;

/** The catalog names each property that holds a role's ARN, some with a remark behind it. */
const roleIds: ReadonlyMap<string, string> = new Map(
  catalog.roles.flatMap(({ id, armProperties }) =>
    armProperties.map((property): [string, string] => [property.split(' ')[0] ?? '', id]),
  ),
);

function* roleArns(value: Json, path: readonly string[] = []): Generator<{ readonly path: string; readonly arn: string }> {
  if (!isJsonObject(value)) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'cloudRoleArn' && typeof part === 'string') yield { path: [...path, key].join('.'), arn: part };
    else yield* roleArns(part, [...path, key]);
  }
}
