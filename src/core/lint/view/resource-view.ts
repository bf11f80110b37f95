import { entryOf } from '../../document/entry-of';
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
  return resources?.kind === 'map' ? resources.entries.flatMap((entry) => resourceViewOf(entry) ?? []) : [];
}

const views = new WeakMap<LocatedEntry, ResourceView | null>();

/** Undefined for one without a type. */
export function resourceViewOf(entry: LocatedEntry): ResourceView | undefined {
  let view = views.get(entry);
  if (view === undefined) {
    view = resourceView(entry);
    views.set(entry, view);
  }
  return view ?? undefined;
}

function resourceView({ key, value }: LocatedEntry): ResourceView | null {
  const type = valueAt(value, 'Type');
  if (value.kind !== 'map' || type?.kind !== 'scalar') return null;
  return { logicalId: key, type: String(type.value), map: value, properties: valueAt(value, 'Properties') };
}

export const isConditional = ({ map }: ResourceView): boolean => entryOf(map, 'Condition') !== undefined;
