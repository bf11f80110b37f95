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
  if (node.kind === 'scalar') return none;
  let found = kept.get(node);
  if (!found) {
    const collected: Reference[] = [];
    search(node, collected);
    found = collected.length > 0 ? collected : none;
    kept.set(node, found);
  }
  return found;
}

const none: readonly Reference[] = [];

/** Into a list, and not by generators: every value of a large file is gone through. */
function search(node: Located, found: Reference[]): void {
  if (node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    for (const item of node.items) search(item, found);
    return;
  }
  const call = node.entries.length === 1 ? node.entries[0] : undefined;
  const read = call && readers.get(String(call.key.value));
  if (read) read(call.value, node, found);
  else for (const { value } of node.entries) search(value, found);
}

type Reader = (argument: Located, call: Located, found: Reference[]) => void;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Ref', (argument, call, found) => named('value', argument, found, call)],
  ['Fn::GetAtt', attribute],
  ['Fn::Sub', substitution],
  ['Fn::If', (argument, call, found) => firstNames('condition', argument, call, found)],
  ['Fn::FindInMap', (argument, call, found) => firstNames('mapping', argument, call, found)],
]);

/** A name that stands alone, as in `Ref`, `DependsOn` and `Condition`; a call that makes up the name is searched. */
export function named(to: Reference['to'], node: Located, found: Reference[], call = node): void {
  if (node.kind !== 'scalar') search(node, found);
  else found.push({ to, name: textOf(node), attribute: undefined, attributeNode: undefined, node, variable: undefined, call });
}

function firstNames(to: Reference['to'], argument: Located, call: Located, found: Reference[]): void {
  const [first, ...others] = argument.kind === 'sequence' ? argument.items : [];
  if (first) named(to, first, found, call);
  for (const other of others) search(other, found);
}

function attribute(argument: Located, call: Located, found: Reference[]): void {
  if (argument.kind === 'scalar') {
    const [name, rest] = parts(textOf(argument));
    found.push({ to: 'resource', name, attribute: rest, attributeNode: undefined, node: argument, variable: undefined, call });
    return;
  }
  const [first, second] = argument.kind === 'sequence' ? argument.items : [];
  if (second && second.kind !== 'scalar') search(second, found);
  if (first?.kind !== 'scalar') return;
  const attributeNode = second?.kind === 'scalar' ? second : undefined;
  found.push({ to: 'resource', name: textOf(first), attribute: attributeNode && textOf(attributeNode), attributeNode, node: first, variable: undefined, call });
}

const textOf = ({ value }: LocatedScalar): string => String(value ?? '');

function substitution(argument: Located, call: Located, found: Reference[]): void {
  const [text, variables] = argument.kind === 'sequence' ? argument.items : [argument, undefined];
  const own: readonly LocatedEntry[] = variables?.kind === 'map' ? variables.entries : [];
  for (const { value } of own) search(value, found);
  if (text?.kind === 'scalar') variablesOf(text, own.map(({ key }) => String(key.value)), call, found);
}

function variablesOf(text: LocatedScalar, own: readonly string[], call: Located, found: Reference[]): void {
  let variable = -1;
  for (const [, inner = ''] of textOf(text).matchAll(variablePattern)) {
    variable += 1;
    const name = inner.trim();
    if (name.startsWith('!') || own.includes(name)) continue;
    const [before, after] = parts(name);
    const to = after === undefined ? 'value' : 'resource';
    found.push({ to, name: before, attribute: after, attributeNode: undefined, node: text, variable, call });
  }
}

export const variablePattern = /\$\{([^{}]*)\}/g;

/** `A.b.c` as `A` and `b.c`. A parameter's or pseudo parameter's name has no dot. */
function parts(path: string): readonly [string, string | undefined] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, undefined] : [path.slice(0, dot), path.slice(dot + 1)];
}
