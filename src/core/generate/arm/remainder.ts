import type { ArmRemainder, ArmTree } from '../../model/arm-body';
import { isJsonObject, own, sameJson, type Json, type JsonObject } from '../../model/json';
import { isOtherKind } from './kinds';

/** What `body` has that `said` does not say. Null stands for what is said although the body does not have it. */
export function remainderOf(body: ArmTree, said: ArmTree, path: readonly string[] = []): ArmRemainder {
  const extra = Object.entries(body)
    .filter(([key, value]) => value !== null && own(said, key) === undefined && !saysNothing(value, path))
    .map(([key, value]): [string, Json] => [key, withoutNulls(value)]);
  const different = Object.entries(said).flatMap(([key, value]): [string, Json][] => {
    const real = own(body, key) ?? null;
    if (sameJson(real, value)) return [];
    if (!isJsonObject(real) || !isJsonObject(value)) return [[key, real]];
    const inner = remainderOf(real, value, [...path, key]);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries([...different, ...extra]);
}

/** Adds a file's remainder to what the file says. It fills in and replaces defaults, but never contradicts the file. */
export function withRemainder(said: ArmTree, defaults: ArmTree, remainder: ArmRemainder): ArmTree {
  const result = new Map<string, Json>(Object.entries(said));
  for (const [key, kept] of Object.entries(remainder)) {
    const value = own(said, key);
    const standard = own(defaults, key);
    if (isJsonObject(kept) && isJsonObject(value)) {
      if (!isOtherKind(kept, value)) result.set(key, withRemainder(value, isJsonObject(standard) ? standard : {}, kept));
    } else if (value === undefined || sameJson(value, standard)) {
      if (kept === null) result.delete(key);
      else result.set(key, withoutNulls(kept));
    }
  }
  return Object.fromEntries(result);
}

/** Empty objects and lists and the empty `kind` of the resource say nothing, but an offering without settings is one. */
const saysNothing = (value: Json, path: readonly string[]): boolean =>
  path.length === 0 && value === '' ? true : path.at(-1) !== 'offerings' && isEmpty(value);

const isEmpty = (value: Json): boolean =>
  typeof value === 'object' && value !== null && (Array.isArray(value) ? value : Object.keys(value)).length === 0;

function withoutNulls(value: Json): Json {
  if (Array.isArray(value) || !isJsonObject(value)) return value;
  const entries: JsonObject = Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
  return Object.fromEntries(Object.entries(entries).map(([key, part]) => [key, withoutNulls(part)]));
}
