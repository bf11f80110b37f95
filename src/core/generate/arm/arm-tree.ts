import type { ArmConnector, ArmTree } from '../../model/arm-body';
import { isJsonObject, own, type Json, type JsonObject } from '../../model/json';
import { withPresentNames, type ArmChange } from './api-versions';

export interface ReadTree {
  readonly tree: ArmTree;
  /** Fields that the body has under an older name. */
  readonly renamed: readonly ArmChange[];
  /** The body gave the servers plan as a string, where the specification has an object. */
  readonly plainSubPlan: boolean;
}

/** A body without its read-only fields, under present names, its offerings by type. */
export function toArmTree(body: ArmConnector): ReadTree {
  const properties = own(body, 'properties');
  const keyed = keyOfferings(isJsonObject(properties) ? properties : {});
  const { offerings, plain } = withSubPlanObject(keyed.offerings);
  const { properties: named, changed } = withPresentNames({ ...keyed.rest, offerings });
  return { tree: { ...drop(body, readOnly.resource), properties: named }, renamed: changed, plainSubPlan: plain };
}

/** The body that a tree stands for. */
export function toArmConnector(tree: ArmTree): ArmConnector {
  const properties = own(tree, 'properties');
  if (!isJsonObject(properties)) return tree;
  const offerings = own(properties, 'offerings');
  return { ...tree, properties: { ...properties, offerings: isJsonObject(offerings) ? Object.entries(offerings).map(toOffering) : [] } };
}

/** As the specification marks them, and what a resource in a template or a list adds. */
const readOnly = {
  resource: ['id', 'name', 'type', 'systemData', 'apiVersion'],
  properties: ['hierarchyIdentifierTrialEndDate'],
  environment: ['accountName'],
  offering: ['description'],
} as const;

function keyOfferings(properties: JsonObject): { readonly rest: JsonObject; readonly offerings: JsonObject } {
  const list = own(properties, 'offerings');
  const environment = own(properties, 'environmentData');
  const rest = {
    ...drop(properties, [...readOnly.properties, 'offerings', 'environmentData']),
    ...(environment === undefined ? {} : { environmentData: isJsonObject(environment) ? drop(environment, readOnly.environment) : environment }),
  };
  const seen = new Map<string, Json>();
  for (const [index, offering] of (Array.isArray(list) ? (list as readonly Json[]) : []).entries()) {
    const type = isJsonObject(offering) ? own(offering, 'offeringType') : undefined;
    if (!isJsonObject(offering)) seen.set(`#${index + 1}`, offering);
    else if (typeof type !== 'string' || type.startsWith('#')) seen.set(`#${index + 1}`, drop(offering, readOnly.offering));
    // A second offering of one type keeps its type inside.
    else if (seen.has(type)) seen.set(`#${index + 1}`, drop(offering, readOnly.offering));
    else seen.set(type, drop(offering, [...readOnly.offering, 'offeringType']));
  }
  return { rest, offerings: Object.fromEntries(seen) };
}

const toOffering = ([key, offering]: readonly [string, Json]): Json =>
  isJsonObject(offering) && !key.startsWith('#') ? { offeringType: key, ...offering } : offering;

/** Public samples send `"subPlan": "P2"`; the specification has `{ "type": "P2" }`. */
function withSubPlanObject(offerings: JsonObject): { readonly offerings: JsonObject; readonly plain: boolean } {
  const servers = own(offerings, 'DefenderForServersAws');
  const subPlan = isJsonObject(servers) ? own(servers, 'subPlan') : undefined;
  if (!isJsonObject(servers) || typeof subPlan !== 'string') return { offerings, plain: false };
  return { offerings: { ...offerings, DefenderForServersAws: { ...servers, subPlan: { type: subPlan } } }, plain: true };
}

const drop = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
