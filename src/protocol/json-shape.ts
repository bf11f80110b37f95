import { isJsonObject, type Json, type JsonObject } from '../core/model/json';
import { longestFile } from './onboarding';
import type { Shape } from './shape';

/** Deeper than any connector file goes. */
const deepest = 20;

/** Plain data such as a connector file holds, and no more of it than the longest file that a page takes. */
export const jsonObject: Shape<JsonObject> = (value): value is JsonObject => isJsonObject(value) && json(value);

/** Any value of plain data. */
export const json: Shape<Json> = (value): value is Json => {
  let left = longestFile;
  const fits = (part: unknown, depth: number): boolean => {
    left -= typeof part === 'string' ? part.length + 1 : 1;
    if (left < 0 || depth > deepest) return false;
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return true;
    if (typeof part === 'number') return Number.isFinite(part);
    if (typeof part !== 'object') return false;
    if (Array.isArray(part)) return part.every((each) => fits(each, depth + 1));
    return Object.entries(part).every(([key, each]) => fits(key, depth) && fits(each, depth + 1));
  };
  return fits(value, 0);
};
