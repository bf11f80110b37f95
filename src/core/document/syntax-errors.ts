import type { Span } from '../model/finding';
import type { LocatedDocument } from './located';
import { readingLimits } from './reading-limits';

export type SyntaxError = LocatedDocument['syntaxErrors'][number];

export interface SyntaxErrors {
  readonly all: readonly SyntaxError[];
  add(message: string, start: number, end: number): void;
  /** One that the reader of a section has found. */
  addFound(error: SyntaxError): void;
}

/** Collects what a reader could not accept: spans kept inside the text, and no more errors than a person reads. */
export function syntaxErrors(text: { readonly length: number }, spanAt = (start: number, end: number): Span => ({ start, end })): SyntaxErrors {
  const all: SyntaxError[] = [];
  const inside = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  return {
    all,
    addFound(error) {
      if (all.length < readingLimits.syntaxErrors) all.push(error);
    },
    add(message, start, end) {
      if (all.length >= readingLimits.syntaxErrors) return;
      all.push({ message, span: spanAt(inside(start), Math.max(inside(start), inside(end))) });
    },
  };
}
