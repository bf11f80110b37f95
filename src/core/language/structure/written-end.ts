import type { DocumentText } from '../../document/document-text';
import type { Span } from '../../model/finding';

/** Where a value's last visible character ends: the end of a block may stand on a later line. */
export function writtenEnd(text: DocumentText, { start, end }: Span): number {
  let last = Math.min(end, text.length);
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
