import type { ErrorObject } from 'ajv';
import type { Located } from '../../document/located';

/** Errors that a rule tells better, with a fix. Rules see the values of the right kind only. */
export const isLeftToRule = ({ instancePath, keyword }: ErrorObject, value: Located): boolean =>
  ruled.some(({ path, kind, keywords }) => value.kind === kind && path.test(instancePath) && keywords.includes(keyword));

const ruled: readonly { readonly path: RegExp; readonly kind: Located['kind']; readonly keywords: readonly string[] }[] = [
  { path: /^\/account\/id$/, kind: 'scalar', keywords: ['type', 'pattern'] },
  { path: /^\/account\/excluded\/\d+$/, kind: 'scalar', keywords: ['type', 'pattern'] },
  { path: /^\/account\/excluded$/, kind: 'sequence', keywords: ['uniqueItems'] },
  { path: /^\/regions$/, kind: 'sequence', keywords: ['uniqueItems'] },
  { path: /^\/access$/, kind: 'scalar', keywords: ['enum'] },
  { path: /^\/scanIntervalHours$/, kind: 'scalar', keywords: ['type'] },
];
