import { resourceType, type PropertyShape } from '../../catalog/resource-types';
import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import type { Path } from '../schema-node';

/** Type of the resource that a path leads into. */
export function typeAt({ root }: LocatedDocument, [section, id]: Path): string | undefined {
  const type = section === 'Resources' ? valueAt(root, 'Resources', String(id), 'Type') : undefined;
  return type?.kind === 'scalar' ? String(type.value) : undefined;
}

/** What CloudFormation takes at a path below `Resources/<id>/Properties`; undefined where that is not described. */
export function shapeAt(document: LocatedDocument, path: Path): PropertyShape | undefined {
  const type = resourceType(typeAt(document, path) ?? '');
  if (!type || path[2] !== 'Properties') return undefined;
  const root: PropertyShape = { properties: type.properties, required: type.required };
  return path.slice(3).reduce<PropertyShape | undefined>(child, root);
}

function child(shape: PropertyShape | undefined, step: string | number): PropertyShape | undefined {
  if (typeof shape !== 'object') return undefined;
  if ('list' in shape) return typeof step === 'number' ? shape.list : undefined;
  return 'properties' in shape && Object.hasOwn(shape.properties, step) ? shape.properties[step] : undefined;
}
