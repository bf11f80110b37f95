import { asJson, asList, isJson, parametersOf, type Json } from './template-body';
import { holds, type TemplateScope } from './template-scope';

/**
 * A template value as CloudFormation would give it, as far as that can be known before: a resource's name or
 * attribute reads as `${LogicalId}` or `${LogicalId.Attribute}`. Undefined for `AWS::NoValue`.
 */
export function resolveValue(value: unknown, scope: TemplateScope, depth = 0): unknown {
  if (depth > maxDepth) return '…';
  if (Array.isArray(value))
    return value.map((item) => resolveValue(item, scope, depth + 1)).filter((item) => item !== undefined);
  if (!isJson(value)) return value;

  const [name, more] = Object.keys(value);
  const apply = name !== undefined && more === undefined ? functions[name] : undefined;
  if (name !== undefined && apply) return apply(value[name], scope, (part) => resolveValue(part, scope, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, resolveValue(part, scope, depth + 1)] as const)
      .filter(([, part]) => part !== undefined),
  );
}

const maxDepth = 60;

type Resolve = (part: unknown) => unknown;
type Apply = (argument: unknown, scope: TemplateScope, resolve: Resolve) => unknown;

const functions: Readonly<Record<string, Apply>> = {
  Ref: (argument, scope) => reference(String(argument), scope),
  'Fn::GetAtt': (argument) => `\${${Array.isArray(argument) ? argument.join('.') : String(argument)}}`,
  'Fn::Sub': (argument, scope, resolve) => substitute(argument, scope, resolve),
  'Fn::If': (argument, scope, resolve) => {
    const [condition, yes, no] = asList(argument);
    return resolve(holds(String(condition), scope) ? yes : no);
  },
  'Fn::Join': (argument, _scope, resolve) => {
    const [separator, parts] = asList(argument);
    return asList(resolve(parts)).map(String).join(String(separator));
  },
  'Fn::Select': (argument, _scope, resolve) => {
    const [index, list] = asList(argument);
    return asList(resolve(list))[Number(index)] ?? `\${Select ${String(index)}}`;
  },
  'Fn::Split': (argument, _scope, resolve) => {
    const [separator, text] = asList(argument);
    return String(resolve(text)).split(String(separator));
  },
};

function reference(name: string, scope: TemplateScope): unknown {
  if (name === 'AWS::NoValue') return undefined;
  const value = scope.values[name];
  if (value === undefined) return `\${${name}}`;
  const type = parametersOf(scope.body).find(({ key }) => key === name)?.type ?? 'String';
  return type === 'CommaDelimitedList' || type.startsWith('List<') ? value.split(',').map((item) => item.trim()) : value;
}

function substitute(argument: unknown, scope: TemplateScope, resolve: Resolve): string {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  const locals: Json = asJson(own);
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    return name in locals ? String(resolve(locals[name])) : (scope.values[name] ?? whole);
  });
}
