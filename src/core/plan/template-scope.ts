import { asJson, asList, parametersOf, type Json, type TemplateBody } from './template-body';

/** All that decides what a template's intrinsic functions give. */
export interface TemplateScope {
  readonly body: TemplateBody;
  /** Parameters and pseudo parameters (`AWS::AccountId`) by name. */
  readonly values: Values;
}

export type Values = Readonly<Record<string, string>>;

export const defaultsOf = (body: TemplateBody): Values =>
  Object.fromEntries(parametersOf(body).flatMap(({ key, default: preset }) => (preset === null ? [] : [[key, preset]])));

/**
 * Whether a condition holds. One that cannot be known here counts as true: a preview rather
 * shows too much than too little.
 */
export function holds(condition: string, scope: TemplateScope, depth = 0): boolean {
  return evaluate(asJson(scope.body['Conditions'])[condition], scope, depth + 1);
}

/** Names of the parameters that a condition depends on, through other conditions too. */
export function parametersBehind(condition: string, body: TemplateBody): readonly string[] {
  const names = new Set<string>();
  collect(asJson(body['Conditions'])[condition], body, { names, seen: new Set([condition]), depth: 0 });
  return [...names];
}

const maxDepth = 60;

function evaluate(value: unknown, scope: TemplateScope, depth: number): boolean {
  if (depth > maxDepth) return true;
  const [name, argument] = only(asJson(value));
  const each = () => asList(argument).map((part) => evaluate(part, scope, depth + 1));
  switch (name) {
    case 'Condition':
      return holds(String(argument), scope, depth + 1);
    case 'Fn::Equals':
      return equal(asList(argument), scope);
    case 'Fn::Not':
      return !each()[0];
    case 'Fn::And':
      return each().every(Boolean);
    case 'Fn::Or':
      return each().some(Boolean);
    default:
      return true;
  }
}

function equal([left, right]: readonly unknown[], scope: TemplateScope): boolean {
  const [a, b] = [left, right].map((side) => {
    const [name, argument] = only(asJson(side));
    return name === 'Ref' ? scope.values[String(argument)] : typeof side === 'object' ? undefined : String(side);
  });
  return a === undefined || b === undefined || a === b;
}

interface Collecting {
  readonly names: Set<string>;
  readonly seen: Set<string>;
  readonly depth: number;
}

function collect(value: unknown, body: TemplateBody, state: Collecting): void {
  if (state.depth > maxDepth) return;
  const deeper = { ...state, depth: state.depth + 1 };
  if (Array.isArray(value)) return value.forEach((part) => collect(part, body, deeper));
  for (const [name, argument] of Object.entries(asJson(value))) {
    if (name === 'Ref') state.names.add(String(argument));
    else if (name !== 'Condition') collect(argument, body, deeper);
    else if (!state.seen.has(String(argument))) {
      state.seen.add(String(argument));
      collect(asJson(body['Conditions'])[String(argument)], body, deeper);
    }
  }
}

const only = (value: Json): readonly [string | undefined, unknown] => {
  const [entry, more] = Object.entries(value);
  return entry && !more ? entry : [undefined, undefined];
};
