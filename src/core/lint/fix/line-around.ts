import type { DocumentText } from '../../document/document-text';

/** Start and end of the line around an offset, without its line end; and where the next line starts. */
export function lineAround(text: DocumentText, offset: number): { readonly start: number; readonly end: number; readonly next: number } {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  const width = text.startsWith('\r\n', end) ? 2 : Math.min(1, text.length - end);
  return { start, end, next: end + width };
}

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;

/** The line end that a text uses: that of its first line. */
export function lineEndOf(text: DocumentText): string {
  const { end, next } = lineAround(text, 0);
  return end < next ? text.slice(end, next) : '\n';
}
