import type { Slice } from './cut';
import type { LocatedDocument, LocatedEntry } from '../located';
import type { Origin } from '../section-span';

/** What a slice of a text reads to. It is kept while the slice's characters stay the same, wherever they move. */
export interface Section {
  readonly origin: Origin;
  readonly length: number;
  readonly role: Slice['role'];
  readonly entries: readonly LocatedEntry[];
  readonly errors: LocatedDocument['syntaxErrors'];
  /** A word without a colon: a key, if there are others beside it. */
  readonly isHalfTyped: boolean;
  readonly hasAnchors: boolean;
  /** Aliases whose anchors stand in other sections, or nowhere. */
  readonly hasOpenAliases: boolean;
  /** Values that are walked in it, aliases followed. */
  readonly values: number;
}

/** Its first character in the text as it is now. */
export const startOf = ({ origin }: Section): number => origin.offset;
