import { catalog } from '../catalog/catalog';
import { roleArnPrefix } from '../generate/arm/role-arn';
import type { Connector } from '../model/connector';
import { isJsonObject, type Json, type JsonObject } from '../model/json';

/**
 * Role names that offerings give, by role id. A role with several ARNs, or with one that a name cannot say
 * (another account, partition or path), is left out.
 */
export function readRoleNames(offerings: JsonObject, place: Pick<Connector, 'account' | 'deployment'>): ReadonlyMap<string, string> {
  const prefix = roleArnPrefix(place);
  const arns = new Map<string, Set<string>>();
  for (const { path, arn } of roleArns(offerings)) {
    const id = roleIds.get(path);
    if (id !== undefined) arns.set(id, (arns.get(id) ?? new Set()).add(arn));
  }
  return new Map(
    [...arns].flatMap(([id, [arn = '', ...others]]): [string, string][] => {
      const name = arn.startsWith(prefix) && others.length === 0 ? arn.slice(prefix.length) : '';
      return roleName.test(name) ? [[id, name]] : [];
    }),
  );
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
