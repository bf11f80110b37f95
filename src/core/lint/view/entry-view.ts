import type { Located, LocatedEntry } from '../../document/located';
import { valueAt } from '../../document/value-at';
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

export function entryViews(root: Located | undefined, section: EntrySection): readonly EntryView[] {
  const entries = valueAt(root, section);
  return entries?.kind === 'map' ? entries.entries.map((entry) => entryView(entry, section)) : [];
}

const views = new WeakMap<LocatedEntry, EntryView>();

function entryView(entry: LocatedEntry, section: EntrySection): EntryView {
  const known = views.get(entry);
  if (known?.section === section) return known;
  const { key, value } = entry;
  const view = { section, name: String(key.value), key, value, resource: section === 'Resources' ? resourceViewOf(entry) : undefined };
  views.set(entry, view);
  return view;
}
