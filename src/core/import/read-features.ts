import type { AgentlessScanning, ArcAutoProvisioning } from '../model/connector';
import { isJsonObject, own, type Json, type JsonObject } from '../model/json';

/** An object inside another, or an empty one: what is not there says nothing. */
export function block(parent: Json | undefined, key: string): JsonObject {
  const value = isJsonObject(parent) ? own(parent, key) : undefined;
  return isJsonObject(value) ? value : {};
}

export const switchOf = (offering: JsonObject, key: string): boolean | undefined => flag(block(offering, key), 'enabled');

export function flag(object: JsonObject, key: string): boolean | undefined {
  const value = own(object, key);
  return typeof value === 'boolean' ? value : undefined;
}

export function readAgentlessScanning(offering: JsonObject): boolean | AgentlessScanning | undefined {
  const enabled = switchOf(offering, 'vmScanners');
  const tags = block(block(block(offering, 'vmScanners'), 'configuration'), 'exclusionTags');
  return enabled && Object.keys(tags).length > 0 && isTextMap(tags) ? { excludeTags: tags } : enabled;
}

export function readArcAutoProvisioning(offering: JsonObject): boolean | ArcAutoProvisioning | undefined {
  const enabled = switchOf(offering, 'arcAutoProvisioning');
  const configuration = block(block(offering, 'arcAutoProvisioning'), 'configuration');
  const [proxy, privateLinkScope] = [own(configuration, 'proxy'), own(configuration, 'privateLinkScope')];
  const options = {
    ...(typeof proxy === 'string' ? { proxy } : {}),
    ...(typeof privateLinkScope === 'string' ? { privateLinkScope } : {}),
  };
  return enabled && Object.keys(options).length > 0 ? options : enabled;
}

const isTextMap = (object: JsonObject): object is Readonly<Record<string, string>> =>
  Object.values(object).every((value) => typeof value === 'string');
