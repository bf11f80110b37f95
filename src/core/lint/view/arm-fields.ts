import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry, LocatedMap } from '../../document/located';
import { armProperty, awsOfferings, type ArmProperty } from '../arm/arm-properties';
import { knownText } from './arm-expression';

/** A key with its value somewhere below a connector's `properties`. */
export interface ArmField {
  /** As `schemas/arm-connector.json` writes paths. */
  readonly path: string;
  readonly name: string;
  readonly parent: LocatedMap;
  /** Path of the parent. */
  readonly below: string;
  readonly entry: LocatedEntry;
  /** Undefined for a field that no api-version has. */
  readonly property: ArmProperty | undefined;
}

/** All fields; what is below an unknown one, or free, is left out. */
export const armFields = (properties: LocatedMap): readonly ArmField[] => [...walk(properties, '')];

function* walk(parent: LocatedMap, below: string): Iterable<ArmField> {
  for (const entry of parent.entries) {
    const name = String(entry.key.value);
    const path = below === '' ? name : `${below}.${name}`;
    const property = armProperty(path);
    yield { path, name, parent, below, entry, property };
    if (property) yield* inside(property, entry.value);
  }
}

function* inside({ path, type }: ArmProperty, value: Located): Iterable<ArmField> {
  if (type === 'map' || type === 'any') return;
  for (const map of value.kind === 'sequence' ? value.items : [value]) {
    if (map.kind !== 'map') continue;
    const below = branch(path, map);
    if (below !== undefined) yield* walk(map, below);
  }
}

/** Fields depend on a discriminator; an unknown one leaves them unknown. */
function branch(path: string, map: LocatedMap): string | undefined {
  if (path === 'offerings') {
    const type = knownText(entryOf(map, 'offeringType')?.value);
    return type !== undefined && awsOfferings.includes(type) ? `${path}.${type}` : undefined;
  }
  if (path !== 'environmentData.organizationalData') return path;
  const type = knownText(entryOf(map, 'organizationMembershipType')?.value);
  return type === 'Organization' || type === 'Member' ? `${path}.${type}` : undefined;
}
