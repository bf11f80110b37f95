import { isJsonObject, own, type Json, type JsonObject } from '../../core/model/json';

/** A text of an answer; null for anything else. */
export function textField(object: Json | undefined, key: string): string | null {
  const value = isJsonObject(object) ? own(object, key) : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The texts of a list in an answer; anything else in it is left out. */
export function textsField(object: Json | undefined, key: string): readonly string[] {
  return listField(object, key).filter((item) => typeof item === 'string');
}

export function listField(object: Json | undefined, key: string): readonly Json[] {
  const value = isJsonObject(object) ? own(object, key) : undefined;
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** An object in an answer, or an empty one. */
export function objectField(object: Json | undefined, key: string): JsonObject {
  const value = isJsonObject(object) ? own(object, key) : undefined;
  return isJsonObject(value) ? value : {};
}
