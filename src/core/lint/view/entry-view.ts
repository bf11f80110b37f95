import type { Located, LocatedEntry, LocatedMap } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { difference, spliced } from '../../document/difference';
import { resourceViewOf, type ResourceView } from './resource-view';

/** Something that a template declares under a name of its own. One that an edit does not touch keeps its view. */
export interface EntryView {
  readonly section: EntrySection;
  readonly name: string;
  readonly key: LocatedEntry['key'];
  readonly value: Located;
  /** Of a resource that has a type. */
  readonly resource: ResourceView | undefined;
}

export const entrySections = ['Parameters', 'Mappings', 'Conditions', 'Rules', 'Resources', 'Outputs'] as const;

export type EntrySection = (typeof entrySections)[number];

/** Goes on from the views of the document before an edit, where its root is given. */
export function entryViews(root: Located | undefined, section: EntrySection, before?: Located): readonly EntryView[] {
  const map = valueAt(root, section);
  if (map?.kind !== 'map') return [];
  const known = viewsOf.get(map);
  if (known?.section === section) return known.views;
  const old = valueAt(before, section);
  const earlier = old?.kind === 'map' ? viewsOf.get(old) : undefined;
  const from = earlier?.section === section ? earlier : none;
  const changed = difference(from.entries, map.entries);
  const views = spliced(from.views, changed, changed.added.map((entry) => entryView(entry, section)));
  viewsOf.set(map, { section, views, entries: map.entries });
  return views;
}

interface KnownViews {
  readonly section: EntrySection;
  readonly entries: readonly LocatedEntry[];
  readonly views: readonly EntryView[];
}

const none = { entries: [], views: [] };

const viewsOf = new WeakMap<LocatedMap, KnownViews>();

const viewOf = new WeakMap<LocatedEntry, EntryView>();

function entryView(entry: LocatedEntry, section: EntrySection): EntryView {
  const known = viewOf.get(entry);
  if (known?.section === section) return known;
  const { key, value } = entry;
  const view = { section, name: String(key.value), key, value, resource: section === 'Resources' ? resourceViewOf(entry) : undefined };
  viewOf.set(entry, view);
  return view;
}
