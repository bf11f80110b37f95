import type { LocatedDocument, LocatedEntry, LocatedScalar } from '../../document/located';
import { declarationsOf, type Declarations } from '../../lint/view/declarations';
import { nameSpan } from '../../lint/view/reference-span';
import type { Reference } from '../../lint/view/references';
import { templateReferences } from '../../lint/view/template-references';
import type { Span } from '../../model/finding';
import { interfaceNames } from './interface-names';
import { scalarInside } from './scalar-inside';

/** What a template declares by name. Parameters and resources share one space of names. */
export type NameKind = 'parameter' | 'resource' | 'condition' | 'mapping';

/** One place where a name stands. */
export interface NamePlace {
  /** The name alone, without quotes. */
  readonly span: Span;
  readonly kind: NameKind;
  readonly name: string;
  readonly isDeclaration: boolean;
  /** False where the text is written with escapes: another name cannot be put there by replacing the span. */
  readonly isPlain: boolean;
  /** The whole entry of a declaration. */
  readonly entry: LocatedEntry | undefined;
}

const kept = new WeakMap<LocatedDocument, readonly NamePlace[]>();

/** Every place of every declared name, in the order of the text. Made once for each document. */
export function templateNames(document: LocatedDocument): readonly NamePlace[] {
  let places = kept.get(document);
  if (!places) {
    places = inOrder([...declared(document), ...used(document)]);
    kept.set(document, places);
  }
  return places;
}

/** The name at an offset, or right behind one. */
export function nameAt(document: LocatedDocument, offset: number): NamePlace | undefined {
  const places = templateNames(document);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place && offset <= place.span.end ? place : undefined;
}

/** All places of the name that stands at one of them. */
export const placesOf = (document: LocatedDocument, { kind, name }: NamePlace): readonly NamePlace[] =>
  templateNames(document).filter((place) => place.name === name && place.kind === kind);

function declared(document: LocatedDocument): readonly NamePlace[] {
  const { parameters, resources, conditions, mappings } = declarationsOf(document);
  const of = (kind: NameKind, entries: ReadonlyMap<string, LocatedEntry>) =>
    [...entries].map(([name, entry]) => ({ ...placeOf(document, kind, name, entry.key), isDeclaration: true, entry }));
  return [...of('parameter', parameters), ...of('resource', resources), ...of('condition', conditions), ...of('mapping', mappings)];
}

function used(document: LocatedDocument): readonly NamePlace[] {
  const names = declarationsOf(document);
  const references = templateReferences(document).flatMap((reference) => {
    const kind = kindOf(reference, names);
    return kind ? [referencePlace(document, kind, reference)] : [];
  });
  const inInterface = interfaceNames(document).filter((node) => names.parameters.has(String(node.value)));
  return [...references, ...inInterface.map((node) => placeOf(document, 'parameter', String(node.value), node))];
}

/** Undefined for names that the template does not declare, pseudo parameters among them. */
function kindOf({ to, name }: Reference, { parameters, resources, conditions, mappings }: Declarations): NameKind | undefined {
  if (to === 'condition') return conditions.has(name) ? 'condition' : undefined;
  if (to === 'mapping') return mappings.has(name) ? 'mapping' : undefined;
  if (to === 'value' && parameters.has(name)) return 'parameter';
  return resources.has(name) ? 'resource' : undefined;
}

function referencePlace(document: LocatedDocument, kind: NameKind, reference: Reference): NamePlace {
  const { name, node, variable } = reference;
  if (variable === undefined) return placeOf(document, kind, name, node);
  const span = nameSpan(document, reference);
  return { span, kind, name, isDeclaration: false, isPlain: document.text.slice(span.start, span.end) === name, entry: undefined };
}

/** A name stands at the start of its scalar: alone, or before the dot of an attribute. */
function placeOf({ text }: LocatedDocument, kind: NameKind, name: string, node: LocatedScalar): NamePlace {
  const inside = scalarInside(text, node);
  const end = inside.start + name.length;
  const isPlain = name !== '' && text.slice(inside.start, end) === name && (end === inside.end || text.charAt(end) === '.');
  return { span: isPlain ? { start: inside.start, end } : inside, kind, name, isDeclaration: false, isPlain, entry: undefined };
}

/** An alias repeats the places of its anchor: each counts once. */
function inOrder(places: readonly NamePlace[]): readonly NamePlace[] {
  const sorted = places.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  return sorted.filter(({ span }, index) => span.start !== sorted[index - 1]?.span.start);
}
