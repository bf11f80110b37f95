import { catalog } from '../catalog/catalog';
import { limit } from '../catalog/limit';

/** Length as IAM counts it: characters without white space, with intrinsics at the length they may grow to. */
export const policySize = (document: unknown): number => JSON.stringify(resolved(document)).replace(/\s/g, '').length;

function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const [entry, ...more] = Object.entries(value);
  if (entry && more.length === 0) {
    if (entry[0] === 'Ref') return longestName;
    if (entry[0] === 'Fn::Sub' && typeof entry[1] === 'string') return expand(entry[1]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

/** A role's name, the longest thing a parameter of ours stands for. */
const longestName = 'x'.repeat(limit('roleNameChars'));

const longest = (texts: readonly (string | null)[]): number => Math.max(...texts.map((text) => text?.length ?? 0));

const lengths: Readonly<Record<string, number>> = {
  'AWS::AccountId': 12,
  'AWS::Partition': longest(catalog.regions.map(({ partition }) => partition)),
  'AWS::Region': longest(catalog.regions.map(({ code }) => code)),
};

const expand = (text: string): string =>
  text.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => 'x'.repeat(lengths[name] ?? longestName.length));
