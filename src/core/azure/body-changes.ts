import { toArmTree } from '../generate/arm/arm-tree';
import type { ArmConnector } from '../model/arm-body';
import { shortLocation } from './short-location';
import { isJsonObject, own, sameJson, type Json, type JsonObject } from '../model/json';

/** One difference between two bodies of a connector. */
export interface BodyChange {
  /** With dots, offerings by their type, such as `offerings.DefenderForServersAws.subPlan.type`. */
  readonly path: string;
  readonly kind: 'add' | 'change' | 'remove';
  readonly before: Json | null;
  readonly after: Json | null;
}

/** What a PUT of `after` would change in `before`, leaf by leaf; what only Azure writes does not count. */
export function bodyChanges(before: ArmConnector | null, after: ArmConnector): readonly BodyChange[] {
  return [...differences(before === null ? {} : comparable(before), comparable(after), '')];
}

/** Properties first level up: readers do not care for the envelope. */
function comparable(body: ArmConnector): JsonObject {
  const { etag: _etag, properties, ...envelope } = toArmTree(body).tree;
  return { ...envelope, ...(isJsonObject(properties) ? properties : {}) };
}

function* differences(before: JsonObject, after: JsonObject, path: string): Generator<BodyChange> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const here = path === '' ? key : `${path}.${key}`;
    const [was, is] = [own(before, key), own(after, key)];
    // Of a connector that is new, each plan is a line of its own.
    const inner = here === 'offerings' && isNothing(was) ? {} : was;
    if (isJsonObject(inner) && isJsonObject(is)) yield* differences(inner, is, here);
    else yield* difference(here, was, is);
  }
}

function* difference(path: string, was: Json | undefined, is: Json | undefined): Generator<BodyChange> {
  if (sameJson(was, is) || (isNothing(was) && isNothing(is)) || (path === 'location' && samePlace(was, is))) return;
  yield { path, kind: isNothing(was) ? 'add' : isNothing(is) ? 'remove' : 'change', before: was ?? null, after: is ?? null };
}

/** Azure takes `East US` and `eastus` for the same place, and answers with either. */
const samePlace = (was: Json | undefined, is: Json | undefined): boolean => shortLocation(String(was)) === shortLocation(String(is));

/** To Azure an absent member, a null and an empty map of tags say the same. */
const isNothing = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (isJsonObject(value) && Object.keys(value).length === 0);
