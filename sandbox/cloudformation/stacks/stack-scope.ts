import type { Json } from '../../json';
import { validationError } from '../../service-error';
import { evaluateCondition, type Scope } from '../template/evaluate';
import { parameterJson, type ParameterValues } from '../template/parameters';
import type { Template } from '../template/template';
import { resourceType } from '../resources/resource-types';
import type { Deployment } from './stack';

export interface StackPlace {
  readonly accountId: string;
  readonly region: string;
  readonly stackId: string;
  readonly stackName: string;
}

/** What a resource of the stack gives to those that name it; undefined where it has not been made. */
export interface ResourceValues {
  ref(logicalId: string): Json | undefined;
  attribute(logicalId: string, attribute: string): Json | undefined;
}

/** The meaning of names for a deployment in its place. */
export function stackScope(deployment: Deployment, place: StackPlace, resources: ResourceValues): Scope {
  const { template, parameters, conditions } = deployment;
  return {
    mappings: template.mappings,
    region: place.region,
    condition: (name) => conditions.get(name) ?? unknownCondition(name),
    ref: (name) => pseudo(name, place) ?? parameterValue(template, parameters, name) ?? resources.ref(name),
    attribute: (logicalId, attribute) => attributeValue(template, resources, logicalId, attribute),
  };
}

/** Resolves all conditions; they name parameters and each other only. */
export function resolveConditions(template: Template, parameters: ParameterValues, place: StackPlace): ReadonlyMap<string, boolean> {
  const known = new Map<string, boolean>();
  const scope: Scope = {
    mappings: template.mappings,
    region: place.region,
    ref: (name) => pseudo(name, place) ?? parameterValue(template, parameters, name),
    attribute: (logicalId) => {
      throw validationError(`Template format error: Unresolved dependencies [${logicalId}]. Cannot reference resources in the Conditions block of the template`);
    },
    condition: (name) => {
      const value = template.conditions.get(name);
      if (value === undefined) return unknownCondition(name);
      const before = known.get(name);
      if (before !== undefined) return before;
      // A condition that comes back to itself has no value; false ends the circle.
      known.set(name, false);
      const result = evaluateCondition(value, scope);
      known.set(name, result);
      return result;
    },
  };
  for (const name of template.conditions.keys()) scope.condition(name);
  return known;
}

function attributeValue(template: Template, resources: ResourceValues, logicalId: string, attribute: string): Json {
  const type = template.resources.get(logicalId)?.type;
  if (type && !resourceType(type).attributes.includes(attribute)) {
    throw validationError(`Template error: resource ${logicalId} does not support attribute type ${attribute} in Fn::GetAtt`);
  }
  const value = resources.attribute(logicalId, attribute);
  if (value !== undefined) return value;
  throw validationError(`Template error: instance of Fn::GetAtt references undefined resource ${logicalId}`);
}

function parameterValue(template: Template, parameters: ParameterValues, name: string): Json | undefined {
  const declaration = template.parameters.get(name);
  const value = parameters.get(name);
  return declaration && value !== undefined ? parameterJson(declaration, value) : undefined;
}

function pseudo(name: string, place: StackPlace): Json | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return place.accountId;
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::Region':
      return place.region;
    case 'AWS::StackId':
      return place.stackId;
    case 'AWS::StackName':
      return place.stackName;
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    default:
      return undefined;
  }
}

function unknownCondition(name: string): never {
  throw validationError(`Template error: unresolved condition dependency ${name} in Fn::If`);
}
