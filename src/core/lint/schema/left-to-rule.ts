import type { ErrorObject } from 'ajv';

/** Errors that a rule tells better, with a fix. */
export const isLeftToRule = ({ instancePath, keyword }: ErrorObject): boolean =>
  ruled.some(([path, keywords]) => path.test(instancePath) && keywords.includes(keyword));

const ruled: readonly [path: RegExp, keywords: readonly string[]][] = [
  [/^\/account\/id$/, ['type', 'pattern']],
  [/^\/account\/excluded\/\d+$/, ['type', 'pattern']],
  [/^\/account\/excluded$/, ['uniqueItems']],
  [/^\/regions$/, ['uniqueItems']],
  [/^\/access$/, ['enum']],
];
