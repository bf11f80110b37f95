import { isJsonObject, type Json, type JsonObject } from '../model/json';

/** The answers are the connector file's own keys and values. A field is named by its path: `azure.tenant`. */
export type Answers = JsonObject;

export function answerAt(answers: Answers, field: string): Json | undefined {
  return field.split('.').reduce<Json | undefined>((value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), answers);
}

/** The answers with one of them changed; undefined takes it away, and with it a group that it leaves empty. */
export const withAnswer = (answers: Answers, field: string, value: Json | undefined): Answers =>
  put(answers, field.split('.'), value, 0);

function put(map: JsonObject, [key = '', ...rest]: readonly string[], value: Json | undefined, depth: number): JsonObject {
  const inner = rest.length === 0 ? value : group(map[key], rest, value, depth + 1);
  if (inner !== undefined) return { ...map, [key]: inner };
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

function group(old: Json | undefined, rest: readonly string[], value: Json | undefined, depth: number): Json | undefined {
  const map = put(isJsonObject(old) ? old : {}, rest, value, depth);
  if (Object.keys(map).length > 0) return map;
  // plans.<plan> says by being there that the plan is on; a setting below it that has lost its last option is just on.
  if (depth >= 3) return true;
  return depth === 2 || isJsonObject(old) && Object.keys(old).length === 0 ? map : undefined;
}
