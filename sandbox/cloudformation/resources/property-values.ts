import { isJsonObject, type Json, type JsonObject } from '../../json';
import { uniqueId } from '../../iam/unique-id';
import { parsePolicy } from '../../iam/policy-document';
import type { HandlerContext } from './resource-handler';

export const textOf = (properties: JsonObject, name: string): string | undefined => {
  const value = properties[name];
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
};

export const textsOf = (properties: JsonObject, name: string): readonly string[] => {
  const value = properties[name];
  return Array.isArray(value) ? value.map(String) : [];
};

export const objectsOf = (properties: JsonObject, name: string): readonly JsonObject[] => {
  const value = properties[name];
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
};

/** A policy property, which may also be given as JSON text. */
export const documentOf = (properties: JsonObject, name: string): Json => {
  const value = properties[name] ?? null;
  return typeof value === 'string' ? parsePolicy(value) : value;
};

export const tagsOf = (properties: JsonObject, { stackTags }: HandlerContext) => {
  const own = objectsOf(properties, 'Tags').map(({ Key, Value }) => ({ Key: String(Key), Value: String(Value) }));
  return [...own, ...stackTags.filter((tag) => !own.some(({ Key }) => Key === tag.Key))];
};

/** A name as CloudFormation makes it: stack, logical id and a random part, cut to what the service allows. */
export const generatedName = ({ stackName, logicalId }: HandlerContext, most = 64): string => {
  const suffix = `-${uniqueId('', 12)}`;
  const half = Math.floor((most - suffix.length - 1) / 2);
  const stem = `${stackName}-${logicalId}`;
  return (stem.length + suffix.length <= most ? stem : `${stackName.slice(0, half)}-${logicalId.slice(0, half)}`) + suffix;
};
