import { entryOf } from '../../document/entry-of';
import type { FileKind } from '../../document/file-kind';
import type { Located, LocatedDocument, LocatedEntry } from '../../document/located';
import type { Span } from '../../model/finding';
import { scalarInside } from '../names/scalar-inside';
import { writtenEnd } from './written-end';

export type OutlineKind = 'section' | 'resource' | 'parameter' | 'condition' | 'mapping' | 'output' | 'map' | 'list' | 'value';

/** One line of the outline. Every child stands inside its parent. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly span: Span;
  /** The name alone; inside `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

/** What a file consists of: of a template its sections and what they declare, of the others their keys. */
export function outlineOf(document: LocatedDocument, kind: FileKind): readonly OutlineItem[] {
  const { root } = document;
  if (!root) return [];
  const whole = { start: 0, end: document.text.length };
  return childrenOf({ document, kind }, root, [], whole);
}

interface Outline {
  readonly document: LocatedDocument;
  readonly kind: FileKind;
}

/** Levels that an outline shows; a template's resources are not opened. */
const depths: Readonly<Record<FileKind, number>> = { template: 2, connector: 3, arm: 5 };

/** A list of thousands is no outline. */
const mostItems = 2000;

function childrenOf(outline: Outline, node: Located, path: readonly string[], parent: Span): readonly OutlineItem[] {
  if (path.length >= depths[outline.kind]) return [];
  if (node.kind === 'map') return node.entries.flatMap((entry) => itemOf(outline, entry, path, parent) ?? []);
  if (node.kind === 'scalar') return [];
  return node.items.slice(0, mostItems).flatMap((item, index) => listItem(outline, item, index, path, parent) ?? []);
}

function itemOf(outline: Outline, { key, value }: LocatedEntry, path: readonly string[], parent: Span): OutlineItem | undefined {
  const { text } = outline.document;
  const name = String(key.value);
  const nameSpan = scalarInside(text, key);
  const span = { start: key.span.start, end: Math.max(writtenEnd(text, value.span), key.span.end) };
  // What a merge key or an alias brings in stands elsewhere. An editor refuses an outline with an empty name.
  if (!holds(parent, span) || !holds(span, nameSpan) || name.trim() === '') return undefined;
  const kind = kindOf(outline.kind, path, value);
  return { name, detail: detailOf(kind, value), kind, span, nameSpan, children: childrenOf(outline, value, [...path, name], span) };
}

function listItem(outline: Outline, item: Located, index: number, path: readonly string[], parent: Span): OutlineItem | undefined {
  const span = { start: item.span.start, end: writtenEnd(outline.document.text, item.span) };
  if (item.kind !== 'map' || !holds(parent, span)) return undefined;
  const label = entryOf(item, 'name') ?? entryOf(item, 'Name') ?? entryOf(item, 'type');
  const name = label?.value.kind === 'scalar' ? String(label.value.value).trim() : '';
  const type = entryOf(item, 'type')?.value;
  const nameSpan = { start: span.start, end: span.start };
  const detail = type?.kind === 'scalar' && name !== String(type.value) ? String(type.value) : '';
  return { name: name || `[${index}]`, detail, kind: 'map', span, nameSpan, children: childrenOf(outline, item, [...path, String(index)], span) };
}

const sections: Readonly<Record<string, OutlineKind>> = {
  Parameters: 'parameter',
  Mappings: 'mapping',
  Conditions: 'condition',
  Resources: 'resource',
  Outputs: 'output',
};

function kindOf(kind: FileKind, path: readonly string[], value: Located): OutlineKind {
  if (kind === 'template' && path.length === 0 && value.kind === 'map') return 'section';
  const [section = ''] = path;
  const declared = kind === 'template' && path.length === 1 && Object.hasOwn(sections, section) ? sections[section] : undefined;
  if (declared) return declared;
  return value.kind === 'map' ? 'map' : value.kind === 'sequence' ? 'list' : 'value';
}

function detailOf(kind: OutlineKind, value: Located): string {
  const said = kind === 'resource' || kind === 'parameter' ? entryOf(value, 'Type')?.value : value;
  return said?.kind === 'scalar' ? String(said.value ?? '').slice(0, 120).replace(/\s+/g, ' ') : '';
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
