import schemaJson from '../../../schemas/connector.schema.json';

/** The part of JSON schema that the connector's schema uses. */
export interface Schema {
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export type Path = readonly (string | number)[];

const root: Schema = schemaJson;

/** What the schema says of the value at a path: the node itself first, then the alternatives it allows. */
export function schemasAt(path: Path): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, step) => schemas.flatMap((schema) => child(schema, step)).flatMap(alternatives),
    [root],
  );
}

const alternatives = (schema: Schema): readonly Schema[] => {
  const target = schema.$ref ? (root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {}) : schema;
  return [target, ...(target.anyOf ?? []).flatMap(alternatives)];
};

function child(schema: Schema, step: string | number): readonly Schema[] {
  if (typeof step === 'number') return schema.items ? [schema.items] : [];
  const property = own(schema.properties, step);
  if (property) return [property];
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}

/** A user's key may be `constructor`: only what the schema itself declares counts. */
const own = (properties: Schema['properties'], key: string): Schema | undefined =>
  properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
