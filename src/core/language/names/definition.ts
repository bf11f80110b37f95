import type { LocatedDocument } from '../../document/located';
import type { Span } from '../../model/finding';
import { nameAt, placesOf } from './template-names';

export interface Definition {
  /** The name that was asked about. */
  readonly from: Span;
  /** The declared name. */
  readonly name: Span;
  /** The whole declaration. */
  readonly whole: Span;
}

/** Where the name at an offset of a template is declared. */
export function definitionAt(document: LocatedDocument, offset: number): Definition | undefined {
  const place = nameAt(document, offset);
  if (!place) return undefined;
  const target = placesOf(document, place).find(({ entry }) => entry);
  if (!target?.entry) return undefined;
  const { key, value } = target.entry;
  const end = Math.max(key.span.end, value.span.end);
  return { from: place.span, name: target.span, whole: { start: key.span.start, end } };
}

/** Every place where a template uses the name at an offset, its declaration too where that is asked for. */
export function referencesAt(document: LocatedDocument, offset: number, withDeclaration: boolean): readonly Span[] {
  const place = nameAt(document, offset);
  if (!place) return [];
  const places = placesOf(document, place).filter(({ isDeclaration }) => withDeclaration || !isDeclaration);
  return places.map(({ span }) => span);
}
