import { defaultArmApiVersion, armApiVersions } from '../../generate/arm/api-versions';
import { toArmTree } from '../../generate/arm/arm-tree';
import { toArmBody } from '../../generate/arm-body';
import type { Connector } from '../../model/connector';
import { isJsonObject, own, type Json, type JsonObject } from '../../model/json';

/** What a connector file says to Azure, by path; present names, organizational data under its type, as in our data. */
export function expectedFields(connector: Connector, apiVersion: string | undefined): ReadonlyMap<string, Json> {
  const version = armApiVersions.find((known) => known === apiVersion) ?? defaultArmApiVersion;
  const { tree } = toArmTree(toArmBody(connector, { apiVersion: version }).body);
  const properties = own(tree, 'properties');
  const location = own(tree, 'location');
  return new Map([
    ...(location === undefined ? [] : [['location', location] as const]),
    ...(isJsonObject(properties) ? leaves(properties, '') : []),
  ]);
}

function* leaves(object: JsonObject, below: string): Iterable<readonly [string, Json]> {
  for (const [key, value] of Object.entries(object)) {
    const path = below ? `${below}.${key}` : key;
    if (isJsonObject(value) && !path.endsWith('exclusionTags')) yield* leaves(value, branch(path, value));
    else yield [path, value];
    if (/^offerings\.\w+$/.test(path)) yield [path, {}];
  }
}

const branch = (path: string, value: JsonObject): string => {
  const type = own(value, 'organizationMembershipType');
  return typeof type === 'string' ? `${path}.${type}` : path;
};
