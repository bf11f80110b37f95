import type { Located, LocatedMap, LocatedScalar } from '../../document/located';
import { valueAt } from '../../document/value-at';

export interface ResourceView {
  readonly logicalId: LocatedScalar;
  readonly type: string;
  readonly map: LocatedMap;
  readonly properties: Located | undefined;
}

/** The resources of a template that have a type. */
export function resourceViews(root: Located | undefined): readonly ResourceView[] {
  const resources = valueAt(root, 'Resources');
  if (resources?.kind !== 'map') return [];
  return resources.entries.flatMap(({ key, value }) => {
    const type = valueAt(value, 'Type');
    if (value.kind !== 'map' || type?.kind !== 'scalar') return [];
    return [{ logicalId: key, type: String(type.value), map: value, properties: valueAt(value, 'Properties') }];
  });
}
