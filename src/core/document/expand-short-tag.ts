import type { Span } from '../model/finding';
import type { Located, LocatedScalar, LocatedSequence } from './located';

/** CloudFormation's short tags with the key of their long form. */
const longForms: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Not', 'Or', 'Select', 'Split', 'Sub', 'Transform'].map(
    (name): [string, string] => [`!${name}`, `Fn::${name}`],
  ),
]);

export const isShortTag = (tag: string): boolean => longForms.has(tag);

/** What is being read, and how its places are made. */
export interface TagSource {
  readonly text: string;
  readonly spanAt: (start: number, end: number) => Span;
}

/** The long form of a tagged value: `!Ref X` becomes `{Ref: X}`, its key standing at the tag. Other tags are ignored. */
export function expandShortTag(source: TagSource, tag: string, value: Located): Located {
  const name = longForms.get(tag);
  if (!name) return value;
  const { text, spanAt } = source;
  const start = Math.max(text.lastIndexOf(tag, value.span.start), 0);
  const key: LocatedScalar = { kind: 'scalar', value: name, span: spanAt(start, start + tag.length), style: 'plain' };
  const argument = tag === '!GetAtt' && value.kind === 'scalar' ? attributePath(source, value) : value;
  return { kind: 'map', entries: [{ key, value: argument }], span: spanAt(start, Math.max(value.span.end, start + tag.length)) };
}

/** `A.b.c` becomes `[A, b.c]`, each part where it stands. */
function attributePath({ text, spanAt }: TagSource, value: LocatedScalar): LocatedScalar | LocatedSequence {
  const path = String(value.value);
  const dot = path.indexOf('.');
  const start = text.indexOf(path, value.span.start);
  if (dot < 0 || start < 0 || start + path.length > value.span.end) return value;
  const part = (from: number, to: number): LocatedScalar => ({
    kind: 'scalar',
    value: path.slice(from, to),
    span: spanAt(start + from, start + to),
    style: 'plain',
  });
  return { kind: 'sequence', items: [part(0, dot), part(dot + 1, path.length)], span: value.span };
}
