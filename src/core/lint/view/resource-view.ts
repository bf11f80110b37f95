import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../../document/located';
import { valueAt } from '../../document/value-at';

export interface ResourceView {
  readonly logicalId: LocatedScalar;
  readonly type: string;
  readonly map: LocatedMap;
  readonly properties: Located | undefined;
}

/** The resources of a template that have a type. One that an edit does not touch keeps its view. */
export function resourceViews(root: Located | undefined): readonly ResourceView[] {
  const resources = valueAt(root, 'Resources');
  if (resources?.kind !== 'map') return [];
  return resources.entries.flatMap((entry) => {
    const known = views.get(entry);
    const view = known === undefined ? resourceView(entry) : known;
    if (known === undefined) views.set(entry, view);
    return view ?? [];
  });
}

const views = new WeakMap<LocatedEntry, ResourceView | null>();

function resourceView({ key, value }: LocatedEntry): ResourceView | null {
  const type = valueAt(value, 'Type');
  if (value.kind !== 'map' || type?.kind !== 'scalar') return null;
  return { logicalId: key, type: String(type.value), map: value, properties: valueAt(value, 'Properties') };
}
