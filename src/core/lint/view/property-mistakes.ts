import { type PropertyShape, resourceType } from '../../catalog/resource-types';
import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../../document/located';
import { nearest } from '../nearest';
import type { ResourceView } from './resource-view';

/** A property that CloudFormation refuses, by what is wrong with it. */
export type PropertyMistake =
  | { readonly kind: 'unknown'; readonly entry: LocatedEntry; readonly known: readonly string[] }
  | { readonly kind: 'missing'; readonly name: string; readonly at: LocatedScalar }
  | { readonly kind: 'type'; readonly name: string; readonly value: Located; readonly expected: string }
  | { readonly kind: 'value'; readonly name: string; readonly value: LocatedScalar; readonly values: readonly string[] };

/** An alias can make one map the value of two resources. */
const kept = new WeakMap<LocatedMap, { readonly logicalId: LocatedScalar; readonly found: readonly PropertyMistake[] }>();

/** What is wrong with the properties of a resource of a type that is described; a resource that was kept is not walked again. */
export function propertyMistakes({ map, type, properties, logicalId }: ResourceView): readonly PropertyMistake[] {
  const known = kept.get(map);
  if (known?.logicalId === logicalId) return known.found;
  const shape = resourceType(type);
  const found = shape ? [...rootMistakes(shape, properties, logicalId)] : [];
  kept.set(map, { logicalId, found });
  return found;
}

type MapShape = Extract<PropertyShape, { readonly properties: unknown }>;

function* rootMistakes(shape: MapShape, properties: Located | undefined, logicalId: LocatedScalar): Iterable<PropertyMistake> {
  if (properties === undefined) yield* missing(shape, [], logicalId);
  else if (properties.kind !== 'map') yield { kind: 'type', name: 'Properties', value: properties, expected: 'a map' };
  else if (!isCall(properties)) yield* mapMistakes(shape, properties, logicalId);
}

function* mapMistakes(shape: MapShape, map: LocatedMap, at: LocatedScalar): Iterable<PropertyMistake> {
  // An include brings in properties of its own, and a merge key those of an anchor that could not be read.
  if (entryOf(map, 'Fn::Transform') ?? entryOf(map, '<<')) return;
  for (const entry of map.entries) {
    const name = String(entry.key.value);
    const expected = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    if (expected === undefined) yield { kind: 'unknown', entry, known: Object.keys(shape.properties).filter((other) => !entryOf(map, other)) };
    else yield* valueMistakes(name, expected, entry.value, entry.key);
  }
  yield* missing(shape, map.entries, at);
}

function* missing({ required = [] }: Pick<MapShape, 'required'>, entries: readonly LocatedEntry[], at: LocatedScalar): Iterable<PropertyMistake> {
  const present = entries.map(({ key }) => String(key.value));
  // A name that is misspelt is told already.
  for (const name of required) if (!present.includes(name) && !present.some((other) => nearest(other, [name]))) yield { kind: 'missing', name, at };
}

function* valueMistakes(name: string, shape: PropertyShape, value: Located, at: LocatedScalar): Iterable<PropertyMistake> {
  if (isCall(value)) {
    for (const branch of branchesOf(value)) yield* valueMistakes(name, shape, branch, at);
    return;
  }
  const wrongType = typeMistake(shape, value);
  if (wrongType) {
    yield { kind: 'type', name, value, expected: wrongType };
  } else if (typeof shape !== 'string') {
    yield* innerMistakes(name, shape, value, at);
  }
}

/** What the shape takes, where the value is nothing of that kind. */
function typeMistake(shape: PropertyShape, value: Located): string | undefined {
  if (typeof shape === 'string') return simple[shape]?.accepts(value) === false ? simple[shape].words : undefined;
  if ('values' in shape) return value.kind === 'scalar' ? undefined : 'a text';
  if ('list' in shape) return value.kind === 'sequence' ? undefined : 'a list';
  return value.kind === 'map' ? undefined : 'a map';
}

function* innerMistakes(name: string, shape: Exclude<PropertyShape, string>, value: Located, at: LocatedScalar): Iterable<PropertyMistake> {
  if ('values' in shape) {
    if (value.kind === 'scalar' && !shape.values.includes(String(value.value))) yield { kind: 'value', name, value, values: shape.values };
  } else if ('list' in shape) {
    for (const item of value.kind === 'sequence' ? value.items : []) yield* valueMistakes(name, shape.list, item, at);
  } else if (value.kind === 'map') {
    yield* mapMistakes(shape, value, at);
  }
}

/** CloudFormation reads numbers and truth values from text too. */
const simple: Readonly<Record<string, { readonly words: string; accepts(value: Located): boolean }>> = {
  text: { words: 'a text', accepts: ({ kind }) => kind === 'scalar' },
  boolean: { words: 'true or false', accepts: (value) => value.kind === 'scalar' && /^(?:true|false)$/i.test(String(value.value)) },
  integer: { words: 'a whole number', accepts: (value) => value.kind === 'scalar' && /^[-+]?\d+(?:\.0+)?$/.test(String(value.value)) },
  number: { words: 'a number', accepts: (value) => value.kind === 'scalar' && value.value !== '' && !Number.isNaN(Number(value.value)) },
  json: { words: 'a map', accepts: ({ kind }) => kind !== 'sequence' },
  map: { words: 'a map', accepts: ({ kind }) => kind === 'map' },
};

/** A function whose result is known only when a stack is made, or what a tool replaces before that. */
const isCall = (value: Located): boolean => {
  const name = value.kind === 'map' && value.entries.length === 1 ? String(value.entries[0]?.key.value) : '';
  return name === 'Ref' || name === 'Condition' || name.includes('::');
};

/** Either branch of `Fn::If` is a value of its own; other functions are not looked into. */
function branchesOf(call: Located): readonly Located[] {
  const [entry] = call.kind === 'map' ? call.entries : [];
  return entry?.key.value === 'Fn::If' && entry.value.kind === 'sequence' ? entry.value.items.slice(1) : [];
}
