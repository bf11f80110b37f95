import type { DocumentText } from '../../document/document-text';
import type { Located, LocatedDocument } from '../../document/located';
import type { Span } from '../../model/finding';
import { scalarInside } from '../names/scalar-inside';
import { writtenEnd } from './written-end';

/** What to select around an offset, from the innermost text outwards. Each span is larger than the one before. */
export function selectionsAt(document: LocatedDocument, offset: number): readonly Span[] {
  const { root, text } = document;
  const inwards: Span[] = [{ start: 0, end: text.length }];
  let node = root;
  while (node) {
    inwards.push(written(text, node.span));
    if (node.kind === 'scalar') inwards.push(scalarInside(text, node));
    node = stepInto(text, node, offset, inwards);
  }
  return growing(inwards.toReversed(), offset);
}

/** The part of a value at an offset. The way there, such as a key with its value, is a selection too. */
function stepInto(text: DocumentText, node: Located, offset: number, way: Span[]): Located | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'sequence') return node.items.find(({ span }) => holds(span, offset));
  const entry = node.entries.find(({ value }) => holds(value.span, offset)) ?? node.entries.find(({ key, value }) => holds({ start: key.span.start, end: Math.max(key.span.end, value.span.end) }, offset));
  if (!entry) return undefined;
  const { key, value } = entry;
  way.push(written(text, { start: key.span.start, end: Math.max(key.span.end, value.span.end) }));
  if (holds(value.span, offset)) return value;
  return holds(key.span, offset) ? key : undefined;
}

const written = (text: DocumentText, span: Span): Span => ({ start: span.start, end: writtenEnd(text, span) });

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** Those that hold the offset and all that came before. */
function growing(spans: readonly Span[], offset: number): readonly Span[] {
  const grown: Span[] = [];
  for (const span of spans) {
    const inner = grown.at(-1);
    if (!holds(span, offset)) continue;
    if (inner && (span.start > inner.start || span.end < inner.end)) continue;
    if (inner && span.start === inner.start && span.end === inner.end) continue;
    grown.push(span);
  }
  return grown;
}
