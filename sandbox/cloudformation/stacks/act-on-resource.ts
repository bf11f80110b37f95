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
  return attempt(run, resource, handlerOf(resource.type).calls.create, () => {
    const made = handlerOf(resource.type).create(handlerContext(run, resource.type, resource.logicalId), properties);
    resource.physicalId = made.physicalId;
    resource.attributes = made.attributes;
  }, properties);
}

/** Takes over what is there, as it is: properties of the template that differ are not carried out. */
export function importResource(run: StackRun, resource: StackResource): string | undefined {
  const identifier = run.stack.imports.get(resource.logicalId) ?? '';
  const found = handlerOf(resource.type).imported?.find(run.account, identifier);
  if (!found) return notFound(resource.type, identifier);
  return attempt(run, resource, 'import', () => {
    resource.physicalId = found.physicalId;
    resource.attributes = found.attributes;
  });
}

/** Text: as public reports and tests of stand-ins quote it for other types. */
export const notFound = (type: string, identifier: string): string => `Resource of type '${type}' with identifier '${identifier}' was not found.`;

export function updateResource(run: StackRun, resource: StackResource, properties: JsonObject, before: JsonObject): string | undefined {
  return attempt(run, resource, handlerOf(resource.type).calls.update, () => {
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
  return attempt(run, resource, handlerOf(resource.type).calls.remove, () => {
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
  call: string,
  act: () => void,
  properties?: JsonObject,
): string | undefined {
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
