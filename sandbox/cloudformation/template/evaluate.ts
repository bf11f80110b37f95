import { isJsonObject, type Json, type JsonObject } from '../../json';
import { validationError } from '../../service-error';
import { attributePath } from './references';

/** What names mean while a template is resolved. */
export interface Scope {
  ref(name: string): Json | undefined;
  attribute(resource: string, attribute: string): Json;
  condition(name: string): boolean;
  readonly mappings: JsonObject;
  readonly region: string;
}

/** Resolves every function in a value. Undefined where it is AWS::NoValue. */
export function evaluate(value: Json, scope: Scope): Json | undefined {
  if (Array.isArray(value)) {
    return value.map((item: Json) => evaluate(item, scope)).filter((item) => item !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only) {
    const call = functions[only[0]];
    if (call) return call(only[1], scope);
    if (only[0].startsWith('Fn::')) throw templateError(`Unsupported function: ${only[0]}`);
  }
  const resolved: Record<string, Json> = {};
  for (const [name, inner] of entries) {
    const result = evaluate(inner, scope);
    if (result !== undefined) resolved[name] = result;
  }
  return resolved;
}

type IntrinsicFunction = (argument: Json, scope: Scope) => Json | undefined;

const functions: Readonly<Record<string, IntrinsicFunction>> = {
  Ref: (name, scope) => (name === 'AWS::NoValue' ? undefined : refer(String(name), scope)),
  'Fn::GetAtt': (argument, scope) => scope.attribute(...attributePath(evaluate(argument, scope) ?? argument)),
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::Join': (argument, scope) => {
    const [delimiter, items] = list('Fn::Join', argument);
    return list('Fn::Join', evaluate(items ?? null, scope)).map(toText).join(String(delimiter));
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, text] = list('Fn::Split', argument);
    return toText(evaluate(text ?? '', scope) ?? '').split(String(delimiter));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list('Fn::Select', argument).map((item) => evaluate(item, scope) ?? null);
    const item = list('Fn::Select', items)[Number(index)];
    if (item === undefined) throw templateError(`Fn::Select cannot select nonexistent value at index ${toText(index ?? '')}`);
    return item;
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, top, second] = list('Fn::FindInMap', argument).map((item) => toText(evaluate(item, scope) ?? ''));
    return findInMap(scope.mappings, map ?? '', top ?? '', second ?? '');
  },
  'Fn::If': (argument, scope) => {
    const [name, whenTrue = null, whenFalse = null] = list('Fn::If', argument);
    return evaluate(scope.condition(String(name)) ? whenTrue : whenFalse, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [a, b] = list('Fn::Equals', argument).map((item) => toText(evaluate(item, scope) ?? ''));
    return a === b;
  },
  'Fn::And': (argument, scope) => list('Fn::And', argument).every((item) => evaluate(item, scope) === true),
  'Fn::Or': (argument, scope) => list('Fn::Or', argument).some((item) => evaluate(item, scope) === true),
  'Fn::Not': (argument, scope) => list('Fn::Not', argument).every((item) => evaluate(item, scope) !== true),
  'Fn::Base64': (argument, scope) => Buffer.from(toText(evaluate(argument, scope) ?? '')).toString('base64'),
  'Fn::GetAZs': (argument, scope) => {
    const region = toText(evaluate(argument, scope) ?? '') || scope.region;
    return ['a', 'b', 'c'].map((zone) => region + zone);
  },
};

/** A condition used as `{ "Condition": "Name" }`; only inside the Conditions section, for policies have that key too. */
export const evaluateCondition = (value: Json, scope: Scope): boolean => {
  const resolved = (inner: Json): Json =>
    Array.isArray(inner)
      ? inner.map(resolved)
      : !isJsonObject(inner)
        ? inner
        : typeof inner.Condition === 'string' && Object.keys(inner).length === 1
          ? scope.condition(inner.Condition)
          : Object.fromEntries(Object.entries(inner).map(([name, item]) => [name, resolved(item)]));
  return evaluate(resolved(value), scope) === true;
};

function substitute(argument: Json, scope: Scope): Json {
  const [text, given] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
  const own = isJsonObject(given) ? given : {};
  return String(text).replace(/\$\{([^}]*)\}/g, (_whole, inner: string) => {
    if (inner.startsWith('!')) return `\${${inner.slice(1)}}`;
    const name = inner.trim();
    const value = own[name];
    if (value !== undefined) return toText(evaluate(value, scope) ?? '');
    const dot = name.indexOf('.');
    return toText(dot > 0 ? scope.attribute(name.slice(0, dot), name.slice(dot + 1)) : refer(name, scope));
  });
}

function refer(name: string, scope: Scope): Json {
  const value = scope.ref(name);
  if (value === undefined) throw templateError(`Unresolved resource dependencies [${name}] in the Resources block of the template`);
  return value;
}

function findInMap(mappings: JsonObject, map: string, top: string, second: string): Json {
  const first = mappings[map];
  const row = isJsonObject(first) ? first[top] : undefined;
  const value = isJsonObject(row) ? row[second] : undefined;
  if (value === undefined) throw validationError(`Template error: Unable to get mapping for ${map}::${top}::${second}`);
  return value;
}

function list(name: string, value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  throw validationError(`Template error: every ${name} object requires a list argument`);
}

const toText = (value: Json): string =>
  Array.isArray(value) ? value.map(toText).join(',') : typeof value === 'object' ? JSON.stringify(value) : String(value);

const templateError = (message: string) => validationError(`Template format error: ${message}`);
