import { substitution } from './references';

/** How names of a portal's template are called in ours. A name that is not in its map stays. */
export interface Renaming {
  readonly names: ReadonlyMap<string, string>;
  readonly conditions: ReadonlyMap<string, string>;
  /** Identity providers, each with the text of `Fn::Sub` that makes its ARN: ours may not be in the stack. */
  readonly providers: ReadonlyMap<string, string>;
}

/** The same piece of a template with names changed wherever they refer to something. */
export function rewrite(value: unknown, renaming: Renaming): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, renaming));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[key, inner] = ['', undefined]] = entries;
  const provider = entries.length === 1 ? providerArn(key, inner, renaming) : undefined;
  if (provider !== undefined) return { 'Fn::Sub': provider };
  return Object.fromEntries(entries.flatMap(([name, one]) => rewriteField(name, one, renaming)));
}

function providerArn(key: string, inner: unknown, { providers }: Renaming): string | undefined {
  if (key === 'Ref' && typeof inner === 'string') return providers.get(inner);
  if (key !== 'Fn::GetAtt') return undefined;
  const target: unknown = Array.isArray(inner) ? inner[0] : inner;
  return typeof target === 'string' ? providers.get(target.split('.')[0] ?? '') : undefined;
}

function rewriteField(key: string, inner: unknown, renaming: Renaming): readonly (readonly [string, unknown])[] {
  const { names, conditions, providers } = renaming;
  const renamed = (name: string) => names.get(name) ?? name;
  if (key === 'DependsOn') {
    const kept = [inner].flat().filter((name) => typeof name === 'string' && !providers.has(name)).map(String);
    return kept.length > 0 ? [[key, kept.map(renamed)]] : [];
  }
  if (key === 'Condition' && typeof inner === 'string') return [[key, conditions.get(inner) ?? inner]];
  const [first, ...rest]: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
  if (typeof first !== 'string') return [[key, rewrite(inner, renaming)]];
  const change = changes[key];
  if (!change) return [[key, rewrite(inner, renaming)]];
  const changed = change(first, renaming);
  return [[key, Array.isArray(inner) ? [changed, ...rest.map((one) => rewrite(one, renaming))] : changed]];
}

type Change = (text: string, renaming: Renaming) => string;

const changes: Readonly<Record<string, Change>> = {
  Ref: (name, { names }) => names.get(name) ?? name,
  'Fn::GetAtt': (target, { names }) => {
    const [name = '', ...attribute] = target.split('.');
    return [names.get(name) ?? name, ...attribute].join('.');
  },
  'Fn::If': (name, { conditions }) => conditions.get(name) ?? name,
  'Fn::Sub': (text, { names, providers }) =>
    text.replaceAll(substitution, (_, name: string, attribute: string) =>
      providers.get(name) ?? `\${${names.get(name) ?? name}${attribute}}`,
    ),
};

