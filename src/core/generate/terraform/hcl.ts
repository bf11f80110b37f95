const code = Symbol('code');

/** Something other than a plain value, as it is written. */
export interface Expression {
  readonly [code]: string;
}

/** A value of Terraform's language. */
export type HclValue = string | number | boolean | null | Expression | readonly HclValue[] | HclObject;

export interface HclObject {
  readonly [key: string]: HclValue;
}

/** An expression that names something or calls a function. */
export const expression = (text: string): Expression => ({ [code]: text });

/** The text that `jsonencode` makes of a value. */
export const jsonencode = (value: HclValue): Expression => expression(`jsonencode(${hclValue(value)})`);

/** A block, as `terraform fmt` writes it. Inner blocks come after the arguments. */
export interface Block {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly arguments?: Readonly<Record<string, HclValue | undefined>>;
  readonly blocks?: readonly Block[];
}

export function hclBlock({ type, labels = [], arguments: given = {}, blocks = [] }: Block): string {
  const entries = Object.entries(given).filter((entry): entry is [string, HclValue] => entry[1] !== undefined);
  const parts = [...(entries.length > 0 ? [aligned(entries)] : []), ...blocks.map(hclBlock)];
  const head = [type, ...labels.map(quoted)].join(' ');
  return parts.length === 0 ? `${head} {}` : `${head} {\n${indented(parts.join('\n\n'))}\n}`;
}

export function hclValue(value: HclValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isExpression(value)) return value[code];
  if (isList(value)) return list(value);
  const entries = Object.entries(value).map(([key, inner]): [string, HclValue] => [isName(key) ? key : quoted(key), inner]);
  return entries.length === 0 ? '{}' : `{\n${indented(aligned(entries))}\n}`;
}

const isExpression = (value: object): value is Expression => code in value;

const isList = (value: object): value is readonly HclValue[] => Array.isArray(value);

function list(values: readonly HclValue[]): string {
  const written = values.map(hclValue);
  const short = `[${written.join(', ')}]`;
  return short.length <= 80 && !short.includes('\n') ? short : `[\n${indented(written.map((item) => `${item},`).join('\n'))}\n]`;
}

/** Equals signs stand below each other in neighbouring lines; a value of several lines stands for itself. */
function aligned(entries: readonly (readonly [string, HclValue])[]): string {
  const written = entries.map(([name, value]) => ({ name, text: hclValue(value) }));
  return written
    .map(({ name, text }, index) => {
      const width = text.includes('\n') ? 0 : Math.max(...neighbours(written, index).map((entry) => lengthOf(entry.name)));
      return `${name}${' '.repeat(Math.max(0, width - lengthOf(name)))} = ${text}`;
    })
    .join('\n');
}

/** The run of one-line entries that an entry belongs to. */
function neighbours<T extends { readonly text: string }>(entries: readonly T[], index: number): readonly T[] {
  const ends = (entry: T) => entry.text.includes('\n');
  const first = entries.slice(0, index).findLastIndex(ends) + 1;
  const last = entries.slice(index).findIndex(ends);
  return entries.slice(first, last < 0 ? entries.length : index + last);
}

const lengthOf = (text: string): number => [...text].length;

/** Strings never have line breaks of their own here: these are escaped. */
const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

const isName = (key: string): boolean => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !['true', 'false', 'null', 'for'].includes(key);

/** Interpolations are doubled, so that they are text. */
const quoted = (text: string): string =>
  `"${text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/["\\]/g, '\\$&')
    .replace(/[$%](?=\{)/g, '$&$&')
    .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, (character: string) => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
