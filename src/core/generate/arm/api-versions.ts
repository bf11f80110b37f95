import history from '../../../../schemas/arm-history.json';
import { isJsonObject, own, type Json, type JsonObject } from '../../model/json';

/** Those with `securityConnectors` for AWS whose fields are known, oldest first. No stable version exists. */
export const armApiVersions = [
  '2022-08-01-preview',
  '2023-03-01-preview',
  '2023-10-01-preview',
  '2024-03-01-preview',
  '2024-07-01-preview',
  '2024-08-01-preview',
  '2026-08-01-preview',
] as const;
export type ArmApiVersion = (typeof armApiVersions)[number];

/** The newest that is sure to be everywhere: 2026-08-01-preview was published in August 2026. */
export const defaultArmApiVersion: ArmApiVersion = '2024-08-01-preview';

/** One difference between api-versions; paths start at `properties`. Dates sort as text. */
export interface ArmChange {
  readonly path: string;
  readonly since?: string;
  readonly last?: string;
  readonly formerly?: string;
}

export const armChanges: readonly ArmChange[] = history.changes;

export interface Renamed {
  readonly properties: JsonObject;
  /** The fields that were given another name, or that this api-version does not know. */
  readonly changed: readonly ArmChange[];
}

/** Fields under the names that the newest api-versions give them. */
export function withPresentNames(properties: JsonObject): Renamed {
  const changed = armChanges.filter(({ path, formerly }) => formerly && has(properties, formerly) && !has(properties, path));
  return { properties: changed.reduce((body, { path, formerly }) => move(body, formerly ?? path, path), properties), changed };
}

/** Fields under the names of one api-version; what it does not know is left out and listed. */
export function forApiVersion(properties: JsonObject, apiVersion: ArmApiVersion): Renamed {
  const changed = armChanges.filter((change) => has(properties, change.path) && !isKnown(change, apiVersion));
  const adapted = changed.reduce(
    (body, { path, formerly }) => (formerly ? move(body, path, formerly) : without(body, path.split('.'))),
    properties,
  );
  return { properties: adapted, changed: changed.filter(({ formerly }) => !formerly) };
}

const isKnown = ({ since, last }: ArmChange, apiVersion: ArmApiVersion): boolean =>
  (since === undefined || apiVersion >= since) && (last === undefined || apiVersion <= last);

const has = (body: JsonObject, path: string): boolean => at(body, path) !== undefined;

const at = (body: JsonObject, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((value, key) => (isJsonObject(value) ? own(value, key) : undefined), body);

function move(body: JsonObject, from: string, to: string): JsonObject {
  const value = at(body, from);
  return value === undefined ? body : put(without(body, from.split('.')), to.split('.'), value);
}

function without(body: JsonObject, [key = '', ...rest]: readonly string[]): JsonObject {
  const inner = own(body, key);
  if (rest.length > 0 && isJsonObject(inner)) return { ...body, [key]: without(inner, rest) };
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}

function put(body: JsonObject, [key = '', ...rest]: readonly string[], value: Json): JsonObject {
  const inner = own(body, key);
  return { ...body, [key]: rest.length === 0 ? value : put(isJsonObject(inner) ? inner : {}, rest, value) };
}
