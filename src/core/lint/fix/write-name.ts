import type { LocatedDocument, LocatedScalar } from '../../document/located';
import type { Fix } from '../../model/finding';
import { replace } from './replace';

/** Writes another name where one stands, in its quotes. For names of letters and digits, which no format has to escape. */
export function writeName({ span, style }: LocatedScalar, name: string): Fix {
  const quote = style === 'double' ? '"' : style === 'single' ? "'" : '';
  return replace(`Write ${name}`, span, `${quote}${name}${quote}`);
}

/** The same, for a name that is a part of a text: nothing where the text is written otherwise, or the name is none that goes into any text. */
export const writeInside = (document: LocatedDocument, span: { readonly start: number; readonly end: number }, old: string, name: string): readonly Fix[] =>
  /^\w(?:[\w.:-]*\w)?$/.test(name) && !/["'\\]/.test(old) && document.text.slice(span.start, span.end) === old ? [replace(`Write ${name}`, span, name)] : [];
