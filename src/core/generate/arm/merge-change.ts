import type { ArmRemainder, ArmTree } from '../../model/arm-body';
import { isJsonObject, own, sameJson, type Json, type JsonObject } from '../../model/json';
import { isOtherKind } from './kinds';

/**
 * What Azure has, changed where the file changes it. `before` is what a file would say of Azure's present state:
 * where the file still says that, Azure's own value stays, also one that no file can say.
 */
export function mergeChange(now: ArmTree, before: ArmTree, after: ArmTree): ArmTree {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(after)])];
  return Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const merged = mergeValue(own(now, key), own(before, key), own(after, key));
      return merged === undefined ? [] : [[key, merged]];
    }),
  );
}

/** Takes out what a file's remainder leaves out on purpose and nothing else in the file says. */
export function withoutLeftOut(tree: ArmTree, remainder: ArmRemainder, said: ArmTree): ArmTree {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, Json][] => {
      const kept = own(remainder, key);
      const spoken = own(said, key);
      if (kept === null && spoken === undefined && value !== null) return [];
      if (!isJsonObject(kept) || !isJsonObject(value)) return [[key, value]];
      return [[key, withoutLeftOut(value, kept, isJsonObject(spoken) ? spoken : {})]];
    }),
  );
}

function mergeValue(now: Json | undefined, before: Json | undefined, after: Json | undefined): Json | undefined {
  if (sameJson(before, after)) return now;
  // To Azure a null says as much as nothing.
  if (after === undefined && now === null) return now;
  if (after === undefined) return isJsonObject(now) && isJsonObject(before) ? switchedOff(now, before) : undefined;
  if (!isJsonObject(now) || !isJsonObject(after) || isOtherKind(now, after)) return after;
  return mergeChange(now, isJsonObject(before) ? before : {}, after);
}

/**
 * A feature that the file no longer mentions goes; when Azure has settings in it that no file can say,
 * it is switched off instead. A block without a switch is on by being there, so it goes as a whole.
 */
function switchedOff(now: JsonObject, before: JsonObject): JsonObject | undefined {
  if (typeof own(before, 'enabled') !== 'boolean') return undefined;
  const rest = mergeChange(now, before, {});
  return Object.keys(rest).length === 0 ? undefined : { enabled: false, ...rest };
}
