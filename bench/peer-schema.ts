import { type PropertyShape, resourceType, resourceTypeNames } from '../src/core/catalog/resource-types';

const simple: Readonly<Record<string, object>> = {
  text: { type: ['string', 'number', 'boolean', 'object'] },
  boolean: { type: ['boolean', 'string', 'object'] },
  integer: { type: ['integer', 'string', 'object'] },
  number: { type: ['number', 'string', 'object'] },
  json: { type: ['object', 'string'] },
  map: { type: 'object' },
};

/**
 * CloudFormation's schema for the resource types that templates for Defender use, built as the published ones for all types
 * are: each resource is one of a list of types, and each type has its properties and no others. Those lists have over a
 * thousand types; a check by them takes accordingly longer.
 */
export const peerSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['Resources'],
  additionalProperties: false,
  properties: {
    AWSTemplateFormatVersion: { type: 'string', enum: ['2010-09-09'] },
    Description: { type: 'string' },
    ...Object.fromEntries(['Metadata', 'Parameters', 'Mappings', 'Conditions', 'Outputs', 'Rules'].map((name) => [name, { type: 'object' }])),
    Resources: { type: 'object', additionalProperties: { anyOf: resourceTypeNames.map((name) => ({ $ref: `#/definitions/${name}` })) } },
  },
  definitions: Object.fromEntries(resourceTypeNames.map((name) => [name, definitionOf(name)])),
};

export const peerSchemaWords = `CloudFormation schema of ${resourceTypeNames.length} resource types`;

function definitionOf(name: string) {
  const shape = resourceType(name);
  return {
    type: 'object',
    required: shape?.required?.length ? ['Type', 'Properties'] : ['Type'],
    additionalProperties: false,
    properties: {
      Type: { type: 'string', enum: [name] },
      Properties: shape ? schemaOf(shape) : { type: 'object' },
      ...Object.fromEntries(['Condition', 'DeletionPolicy', 'UpdateReplacePolicy'].map((key) => [key, { type: 'string' }])),
      ...Object.fromEntries(['Metadata', 'CreationPolicy', 'UpdatePolicy'].map((key) => [key, { type: 'object' }])),
      DependsOn: { type: ['string', 'array'], items: { type: 'string' } },
    },
  };
}

/** A function such as Ref can stand for any simple value. */
function schemaOf(shape: PropertyShape): object {
  if (typeof shape === 'string') return simple[shape] ?? {};
  if ('values' in shape) return { type: ['string', 'object'] };
  if ('list' in shape) return { type: ['array', 'object'], items: schemaOf(shape.list) };
  const properties = Object.fromEntries(Object.entries(shape.properties).map(([name, inner]) => [name, schemaOf(inner)]));
  return { type: 'object', additionalProperties: false, properties, ...(shape.required?.length ? { required: shape.required } : {}) };
}
