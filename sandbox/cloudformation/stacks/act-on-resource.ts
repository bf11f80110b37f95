import { faultError } from '../../http/fault-answer';
import type { JsonObject } from '../../json';
import { ServiceError } from '../../service-error';
import { handlerOf } from '../resources/handlers';
import { resourceType } from '../resources/resource-types';
import { failureReason, isNotFound } from './failure-reason';
import type { StackResource } from './stack';
import { handlerContext, type StackRun } from './stack-run';

/** Each answers with the reason of its failure, or undefined where it went well. */

export function createResource(run: StackRun, resource: StackResource, properties: JsonObject): string | undefined {
  return attempt(run, resource, 'create', () => {
    const made = handlerOf(resource.type).create(handlerContext(run, resource.type, resource.logicalId), properties);
    resource.physicalId = made.physicalId;
    resource.attributes = made.attributes;
  }, properties);
}

/** Takes over what is there, as it is: properties of the template that differ are not carried out. */
export function importResource(run: StackRun, resource: StackResource, properties: JsonObject): string | undefined {
  const found = handlerOf(resource.type).find?.(run.account, properties);
  if (!found) return `Resource of type '${resource.type}' with identifier '${resource.logicalId}' was not found.`;
  resource.physicalId = found.physicalId;
  resource.attributes = found.attributes;
  return undefined;
}

export function updateResource(run: StackRun, resource: StackResource, properties: JsonObject, before: JsonObject): string | undefined {
  return attempt(run, resource, 'update', () => {
    const context = handlerContext(run, resource.type, resource.logicalId);
    const made = handlerOf(resource.type).update(context, resource.physicalId ?? '', properties, before);
    resource.physicalId = made.physicalId;
    resource.attributes = made.attributes;
  }, properties);
}

/** Removes a resource; one that is gone already is no failure. */
export function removeResource(run: StackRun, resource: StackResource): string | undefined {
  if (resource.physicalId === undefined) return undefined;
  const physicalId = resource.physicalId;
  return attempt(run, resource, 'remove', () => {
    try {
      handlerOf(resource.type).remove(handlerContext(run, resource.type, resource.logicalId), physicalId, resource.properties);
    } catch (error) {
      if (!(error instanceof ServiceError && isNotFound(error))) throw error;
    }
  });
}

function attempt(
  { world, session, stack }: StackRun,
  resource: StackResource,
  step: 'create' | 'update' | 'remove',
  act: () => void,
  properties?: JsonObject,
): string | undefined {
  const call = handlerOf(resource.type).calls[step];
  try {
    if (properties) checkProperties(resource, properties);
    const rule = world.faults.strike(`stack.${stack.name}.${resource.logicalId}.${call}`);
    const fault = rule && faultError(rule, call, session);
    if (fault) throw fault;
    act();
    return undefined;
  } catch (error) {
    if (error instanceof InvalidProperties) return error.message;
    if (error instanceof ServiceError) return failureReason(error, call);
    throw error;
  }
}

class InvalidProperties extends Error {}

/** Text: as public reports quote it, such as awslabs/aws-saas-boost issue 179. */
function checkProperties({ logicalId, type }: StackResource, properties: JsonObject): void {
  const known = resourceType(type);
  const problems = [
    ...Object.keys(properties).filter((name) => !known.properties.includes(name)).map((name) => `#: extraneous key [${name}] is not permitted`),
    ...known.required.filter((name) => !(name in properties)).map((name) => `#: required key [${name}] not found`),
  ];
  if (problems.length === 0) return;
  throw new InvalidProperties(`Properties validation failed for resource ${logicalId} with message: ${problems.join(' ')}`);
}
