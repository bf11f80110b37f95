/** A pattern of `schemas/diagnostics.json`, taken apart once. Its pieces are in lower case. */
export interface ErrorPattern {
  /** What lies between two segments is anything. */
  readonly segments: readonly Segment[];
  readonly atStart: boolean;
  /** A code in capitals: it stands alone, and in capitals. */
  readonly code: boolean;
}

/** Text and holes by turns; it neither begins with two holes nor has two side by side. */
export type Segment = readonly (string | Hole)[];

export interface Hole {
  readonly name: string;
  readonly accepts: (value: string) => boolean;
}

export function parsePattern(pattern: string): ErrorPattern {
  const code = /^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(pattern);
  const atStart = pattern.startsWith('^');
  const text = atStart ? pattern.slice(1) : pattern;
  return { segments: text.split('…').map((part) => toSegment(part.trim(), code)), atStart, code };
}

const toSegment = (text: string, code: boolean): Segment =>
  text
    .split(/(\{\w+(?:[!^$]?=[^}]*)?\})/)
    .filter((piece) => piece !== '')
    .map((piece) => toHole(piece) ?? (code ? piece : piece.toLowerCase()));

function toHole(piece: string): Hole | undefined {
  const [, name, operator, list = ''] = /^\{(\w+)(?:([!^$]?=)([^}]*))?\}$/.exec(piece) ?? [];
  if (name === undefined) return undefined;
  const values = list.toLowerCase().split('|');
  return { name, accepts: operator === undefined ? () => true : (value) => tests[operator]?.(value.toLowerCase(), values) ?? false };
}

const tests: Readonly<Record<string, (value: string, values: readonly string[]) => boolean>> = {
  '=': (value, values) => values.includes(value),
  '!=': (value, values) => !values.includes(value),
  '^=': (value, values) => values.some((start) => value.startsWith(start)),
  '$=': (value, values) => values.some((end) => value.endsWith(end)),
};
