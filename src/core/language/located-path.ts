import type { Located, LocatedDocument, LocatedScalar } from '../document/located';
import type { Span } from '../model/finding';
import type { Path } from './schema-node';

/** The key or the scalar that stands at an offset, and the way to it from the root. */
export interface LocatedPath {
  readonly path: Path;
  readonly on: 'key' | 'value';
  readonly scalar: LocatedScalar;
}

/** Undefined between values: in white space, comments and punctuation. */
export function pathAt(document: LocatedDocument, offset: number): LocatedPath | undefined {
  let node = document.root;
  const path: (string | number)[] = [];
  while (node) {
    if (node.kind === 'scalar') return holds(node.span, offset) ? { path, on: 'value', scalar: node } : undefined;
    const step = next(node, offset);
    if (!step) return undefined;
    path.push(step.step);
    if (step.key) return { path, on: 'key', scalar: step.key };
    node = step.value;
  }
  return undefined;
}

interface Step {
  readonly step: string | number;
  readonly key?: LocatedScalar;
  readonly value: Located;
}

function next(node: Exclude<Located, LocatedScalar>, offset: number): Step | undefined {
  if (node.kind === 'sequence') {
    const index = node.items.findIndex((item) => holds(item.span, offset));
    const value = node.items[index];
    return value && { step: index, value };
  }
  // The value first: a short tag's key stands at the tag, inside the span of what it makes.
  const inside = node.entries.find(({ value }) => holds(value.span, offset));
  const entry = inside ?? node.entries.find(({ key }) => holds(key.span, offset));
  if (!entry) return undefined;
  const step = String(entry.key.value);
  return inside ? { step, value: entry.value } : { step, key: entry.key, value: entry.value };
}

const holds = ({ start, end }: Span, offset: number) => start <= offset && offset <= end;
