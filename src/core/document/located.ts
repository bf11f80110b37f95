import type { Span } from '../model/finding';
import type { DocumentText } from './document-text';

/**
 * A YAML or JSON value that knows where it stands. CloudFormation's short tags read as their long form:
 * `!Ref X` is the map `{Ref: X}` whose key stands at the tag; `!GetAtt A.b` is `{Fn::GetAtt: [A, b]}`.
 */
export type Located = LocatedScalar | LocatedMap | LocatedSequence;

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Quotes included. */
  readonly span: Span;
  /** How it is written, so that an edit can keep the style. */
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface LocatedMap {
  readonly kind: 'map';
  readonly entries: readonly LocatedEntry[];
  readonly span: Span;
}

export interface LocatedEntry {
  readonly key: LocatedScalar;
  /** An absent value (`key:`) is a null scalar with an empty span behind the colon. */
  readonly value: Located;
}

export interface LocatedSequence {
  readonly kind: 'sequence';
  readonly items: readonly Located[];
  readonly span: Span;
}

export interface LocatedDocument {
  readonly text: DocumentText;
  readonly format: 'yaml' | 'json';
  /** Absent when the text holds nothing that can be read. */
  readonly root: Located | undefined;
  /** What the reader could not accept, in plain words. The root holds all that could still be read. */
  readonly syntaxErrors: readonly { readonly message: string; readonly span: Span }[];
}

/** What a reader offers; a faster one can take over behind it. Never throws, whatever the text. */
export type DocumentReader = (text: string, format: 'yaml' | 'json') => LocatedDocument;
