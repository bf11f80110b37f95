import { isJsonObject, type Json } from '../../json';

export interface References {
  /** What `Ref` and `${Name}` name: parameters, resources, pseudo-parameters. */
  readonly names: ReadonlySet<string>;
  /** What `Fn::GetAtt` and `${Name.Attribute}` name, as [resource, attribute]. */
  readonly attributes: readonly (readonly [resource: string, attribute: string])[];
  readonly conditions: ReadonlySet<string>;
}

/** Everything that a value of a template refers to, on every branch of its conditions. */
export function referencesIn(value: Json | undefined): References {
  const names = new Set<string>();
  const attributes: [string, string][] = [];
  const conditions = new Set<string>();

  const visitSub = (argument: Json): void => {
    const [text, given] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
    const own = isJsonObject(given) ? Object.keys(given) : [];
    for (const name of subNames(String(text))) {
      const dot = name.indexOf('.');
      if (own.includes(name)) continue;
      if (dot > 0) attributes.push([name.slice(0, dot), name.slice(dot + 1)]);
      else names.add(name);
    }
    if (given !== undefined) visit(given);
  };

  const visitFunction = (name: string, argument: Json): boolean => {
    if (name === 'Ref' && typeof argument === 'string') return Boolean(names.add(argument));
    if (name === 'Condition' && typeof argument === 'string') return Boolean(conditions.add(argument));
    if (name === 'Fn::GetAtt') return Boolean(attributes.push(attributePath(argument)));
    if (name === 'Fn::Sub') return visitSub(argument), true;
    if (name === 'Fn::If' && Array.isArray(argument)) conditions.add(String(argument[0]));
    return false;
  };

  const visit = (inner: Json): void => {
    if (Array.isArray(inner)) return inner.forEach(visit);
    if (!isJsonObject(inner)) return;
    const entries = Object.entries(inner);
    for (const [name, argument] of entries) {
      if (entries.length === 1 && visitFunction(name, argument)) continue;
      visit(argument);
    }
  };

  if (value !== undefined) visit(value);
  return { names, attributes, conditions };
}

/** Names inside `${...}` of a Sub text; `${!Literal}` is none. */
export const subNames = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name.trim());

/** The argument of GetAtt in either of its two forms. */
export function attributePath(argument: Json): [resource: string, attribute: string] {
  const [resource = '', ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
  return [resource, attribute.join('.')];
}
