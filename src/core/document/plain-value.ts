/** What a plain scalar of YAML 1.2 means; undefined for the rarer spellings of numbers. */
export function plainValue(raw: string): string | number | boolean | null | undefined {
  const first = raw.charCodeAt(0);
  // Letters and slashes start nothing but text and the few constants.
  if (first >= 0x41 || first === 0x2f) return raw.length <= 5 && constants.has(raw) ? constants.get(raw) : raw;
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(raw)) return raw.startsWith('-0') ? undefined : Number(raw);
  return /^(?:0[xo]|[-+]?\.(?:inf|nan))/i.test(raw) ? undefined : raw;
}

const constants = new Map<string, boolean | null>([
  ...['null', 'Null', 'NULL', '~'].map((word): [string, null] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, true] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, false] => [word, false]),
]);
