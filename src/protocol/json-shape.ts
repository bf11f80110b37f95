import { isJsonObject, type Json, type JsonObject } from '../core/model/json';
import { limits, type Shape } from './shape';

/** Deeper than any connector file goes. */
const deepest = 20;

/** Plain data such as a connector file holds, with no text and no list longer than a message may carry. */
export const jsonObject: Shape<JsonObject> = (value): value is JsonObject => isJsonObject(value) && isJson(value, 0);

/** Any value of plain data. */
export const json: Shape<Json> = (value): value is Json => isJson(value, 0);

function isJson(value: unknown, depth: number): value is Json {
  if (depth > deepest) return false;
  if (typeof value === 'string') return value.length <= limits.text;
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner.length <= limits.list && inner.every((each) => isJson(each, depth + 1));
}
