import type { LocatedDocument } from '../../document/located';
import type { Fix } from '../../model/finding';
import type { ResolvedText } from '../view/resolved-text';
import { replace } from './replace';
import { writeScalar } from './write-scalar';

/** Writes another text where a value stands; no fix where the value is put together from several. */
export function rewrite(document: LocatedDocument, title: string, value: ResolvedText, text: string): readonly Fix[] {
  return value.scalar ? [replace(title, value.scalar.span, writeScalar(document, value.scalar, text))] : [];
}
