import schema from '../../../../schemas/connector.schema.json';

/** The part of the connector schema that a validator's `schemaPath` names, without its last step. */
export function schemaAt(schemaPath: string): unknown {
  const steps = schemaPath.split('/').slice(1, -1).map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
  let part: unknown = schema;
  for (const step of steps) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = Object.entries(part).find(([key]) => key === step)?.[1];
  }
  return part;
}
