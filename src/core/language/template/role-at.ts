import { catalog, type CatalogRole } from '../../catalog/catalog';
import { roleById } from '../../catalog/role-by-id';
import { roleByName } from '../../catalog/role-by-name';
import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { pathAt } from '../located-path';
import { nameAt } from '../names/template-names';
import { typeAt } from './property-shape';

/** Logical id of the role that an offset speaks of: its declaration, a reference to it, or its name. */
export function roleAt(document: LocatedDocument, offset: number): string | undefined {
  const place = nameAt(document, offset);
  const [section, id, properties, name] = pathAt(document, offset)?.path ?? [];
  const named = section === 'Resources' && properties === 'Properties' && name === 'RoleName' ? String(id) : undefined;
  const logicalId = place?.kind === 'resource' ? place.name : named;
  return logicalId !== undefined && typeAt(document, ['Resources', logicalId]) === 'AWS::IAM::Role' ? logicalId : undefined;
}

/** The role of the catalog that a resource is, by the name that it has, by its parameter, or by the name that its parameter has by default. */
export function roleOfResource({ root }: LocatedDocument, logicalId: string): CatalogRole | undefined {
  const name = valueAt(root, 'Resources', logicalId, 'Properties', 'RoleName');
  if (name?.kind === 'scalar') return roleByName(String(name.value))?.role;
  const reference = valueAt(name, 'Ref');
  const parameter = catalog.parameters.find((known) => reference?.kind === 'scalar' && known.name === reference.value);
  if (parameter?.role) return roleById(parameter.role);
  const value = reference?.kind === 'scalar' ? valueAt(root, 'Parameters', String(reference.value), 'Default') : undefined;
  return value?.kind === 'scalar' ? roleByName(String(value.value))?.role : undefined;
}
