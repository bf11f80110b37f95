import type { Fix, Span } from '../../model/finding';

/** A fix of one edit. */
export const replace = (title: string, span: Span, newText: string): Fix => ({ title, edits: [{ span, newText }] });
