export type Fields = Readonly<Record<string, unknown>>;

/** The sections of a template that hold what others can refer to. Anything that is not a map reads as empty. */
export interface PortalTemplate {
  readonly parameters: Readonly<Record<string, Fields>>;
  readonly mappings: Readonly<Record<string, Fields>>;
  readonly conditions: Readonly<Record<string, Fields>>;
  readonly resources: Readonly<Record<string, Fields>>;
}

/** Reads plain data as a template; never throws, whatever the data. */
export function toPortalTemplate(data: unknown): PortalTemplate {
  const root = fieldsOf(data);
  return {
    parameters: section(root['Parameters']),
    mappings: section(root['Mappings']),
    conditions: section(root['Conditions']),
    resources: section(root['Resources']),
  };
}

/** A map's fields; empty for anything else. */
export const fieldsOf = (value: unknown): Fields => (isMap(value) ? value : {});

const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const section = (value: unknown): Readonly<Record<string, Fields>> =>
  Object.fromEntries(Object.entries(fieldsOf(value)).filter((entry): entry is [string, Fields] => isMap(entry[1])));
