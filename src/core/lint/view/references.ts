import type { Located, LocatedEntry, LocatedScalar } from '../../document/located';

/** A place where a template names something that it declares elsewhere. */
export interface Reference {
  readonly to: 'value' | 'resource' | 'condition' | 'mapping';
  /** A parameter or a resource for `value`, which `Ref` and `Fn::Sub` name alike. */
  readonly name: string;
  /** Of a resource, as `Fn::GetAtt` asks for it. */
  readonly attribute: string | undefined;
  /** Where the attribute stands, if apart from the name. */
  readonly attributeNode: LocatedScalar | undefined;
  /** Where the name stands: alone, before a dot, or as one of the variables of a text. */
  readonly node: LocatedScalar;
  /** Which `${…}` of the text it is. */
  readonly variable: number | undefined;
  /** The whole call, such as `{Ref: name}`; the name itself where there is none. */
  readonly call: Located;
}

const kept = new WeakMap<Located, readonly Reference[]>();

/** What a part of a template refers to. A part that was read once and kept is not searched again. */
export function referencesIn(node: Located): readonly Reference[] {
  let found = kept.get(node);
  if (!found) {
    found = [...search(node)];
    kept.set(node, found);
  }
  return found;
}

function* search(node: Located): Iterable<Reference> {
  if (node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* search(item);
    return;
  }
  const call = node.entries.length === 1 ? node.entries[0] : undefined;
  const read = call && readers[String(call.key.value)];
  if (read) yield* read(call.value, node);
  else for (const { value } of node.entries) yield* search(value);
}

const readers: Readonly<Record<string, (argument: Located, call: Located) => Iterable<Reference>>> = {
  Ref: (argument, call) => named('value', argument, call),
  'Fn::GetAtt': attribute,
  'Fn::Sub': substitution,
  'Fn::If': (argument, call) => firstNames('condition', argument, call),
  'Fn::FindInMap': (argument, call) => firstNames('mapping', argument, call),
};

/** A name that stands alone, as in `Ref`, `DependsOn` and `Condition`; a call that makes up the name is searched. */
export function* named(to: Reference['to'], node: Located, call = node): Iterable<Reference> {
  if (node.kind !== 'scalar') yield* search(node);
  else yield { to, name: String(node.value ?? ''), attribute: undefined, attributeNode: undefined, node, variable: undefined, call };
}

function* firstNames(to: Reference['to'], argument: Located, call: Located): Iterable<Reference> {
  const [first, ...others] = argument.kind === 'sequence' ? argument.items : [];
  if (first) yield* named(to, first, call);
  for (const other of others) yield* search(other);
}

function* attribute(argument: Located, call: Located): Iterable<Reference> {
  if (argument.kind === 'scalar') {
    const [name, rest] = parts(String(argument.value ?? ''));
    yield { to: 'resource', name, attribute: rest, attributeNode: undefined, node: argument, variable: undefined, call };
    return;
  }
  const [first, second] = argument.kind === 'sequence' ? argument.items : [];
  if (second && second.kind !== 'scalar') yield* search(second);
  if (first?.kind !== 'scalar') return;
  const attributeNode = second?.kind === 'scalar' ? second : undefined;
  yield { to: 'resource', name: textOf(first), attribute: attributeNode && textOf(attributeNode), attributeNode, node: first, variable: undefined, call };
}

const textOf = ({ value }: LocatedScalar): string => String(value ?? '');

function* substitution(argument: Located, call: Located): Iterable<Reference> {
  const [text, variables] = argument.kind === 'sequence' ? argument.items : [argument, undefined];
  const own: readonly LocatedEntry[] = variables?.kind === 'map' ? variables.entries : [];
  for (const { value } of own) yield* search(value);
  if (text?.kind === 'scalar') yield* variablesOf(text, new Set(own.map(({ key }) => String(key.value))), call);
}

function* variablesOf(text: LocatedScalar, own: ReadonlySet<string>, call: Located): Iterable<Reference> {
  let variable = -1;
  for (const [, inner = ''] of textOf(text).matchAll(variablePattern)) {
    variable += 1;
    const name = inner.trim();
    if (name.startsWith('!') || own.has(name)) continue;
    const [before, after] = parts(name);
    const to = after === undefined ? 'value' : 'resource';
    yield { to, name: before, attribute: after, attributeNode: undefined, node: text, variable, call };
  }
}

export const variablePattern = /\$\{([^{}]*)\}/g;

/** `A.b.c` as `A` and `b.c`. A parameter's or pseudo parameter's name has no dot. */
function parts(path: string): readonly [string, string | undefined] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, undefined] : [path.slice(0, dot), path.slice(dot + 1)];
}
