import json from '../../../schemas/resource-types.json';

/** What CloudFormation takes for a resource type, of those that templates for Defender use. */
export interface ResourceType {
  /** The property by which an import names what it takes over; absent where none was looked up. */
  readonly importedBy?: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: readonly string[];
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, PropertyShape>>;
}

/** `json` is a map or a text; what stands below `map` and `any` is not described. */
export type PropertyShape =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'number'
  | 'json'
  | 'map'
  | 'any'
  | { readonly values: readonly string[] }
  | { readonly list: PropertyShape }
  | { readonly properties: Readonly<Record<string, PropertyShape>>; readonly required?: readonly string[] };

// The import infers a shape for each type; that all of them are of one is held by a test.
const types = json.types as unknown as Readonly<Record<string, ResourceType>>;

/** Undefined for a type that is not described. */
export const resourceType = (name: string): ResourceType | undefined => (Object.hasOwn(types, name) ? types[name] : undefined);

export const resourceTypeNames: readonly string[] = Object.keys(types);

/** All there are of `AWS::IAM`. */
export const identityTypeNames: readonly string[] = json.identityTypes;
