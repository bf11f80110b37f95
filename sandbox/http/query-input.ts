import { validationError } from '../service-error';

/** The input of a query-protocol operation, read from form fields such as `Parameters.member.1.ParameterKey`. */
export interface QueryInput {
  text(name: string): string | undefined;
  /** Refuses the request, in the words of the service, where the member is missing. */
  required(name: string): string;
  flag(name: string): boolean | undefined;
  number(name: string): number | undefined;
  texts(name: string): readonly string[];
  structures(name: string): readonly QueryInput[];
  /** A map, which travels as entries of keys and values. */
  map(name: string): Readonly<Record<string, string>>;
  has(name: string): boolean;
  /** Everything that was sent but the named members; equal requests give equal texts. */
  fingerprint(...except: readonly string[]): string;
}

export const readQuery = (body: string): QueryInput => inputOf([...new URLSearchParams(body)]);

type Field = readonly [name: string, value: string];

function inputOf(fields: readonly Field[]): QueryInput {
  const text = (name: string) => fields.find(([field]) => field === name)?.[1];
  return {
    text,
    required(name) {
      const value = text(name);
      if (value === undefined || value === '') throw missing(name);
      return value;
    },
    flag(name) {
      const value = text(name);
      return value === undefined ? undefined : value === 'true';
    },
    number(name) {
      const value = text(name);
      return value === undefined ? undefined : Number(value);
    },
    texts: (name) => members(fields, name).map((member) => member.find(([field]) => field === '')?.[1] ?? ''),
    structures: (name) => members(fields, name).map(inputOf),
    map: (name) => Object.fromEntries(members(fields, name, 'entry').map(inputOf).map((entry) => [entry.required('key'), entry.text('value') ?? ''])),
    has: (name) => fields.some(([field]) => field === name || field.startsWith(`${name}.`)),
    fingerprint: (...except) =>
      JSON.stringify(fields.filter(([field]) => !except.some((name) => field === name)).toSorted(byName)),
  };
}

/**
 * The items of a list in their order, each with the rest of its field names.
 * An empty list arrives as `Name=`, which gives no items.
 */
function members(fields: readonly Field[], name: string, item = 'member'): Field[][] {
  const prefix = `${name}.${item}.`;
  const items = new Map<number, Field[]>();
  for (const [field, value] of fields) {
    if (!field.startsWith(prefix)) continue;
    const [index = '', ...rest] = field.slice(prefix.length).split('.');
    const item = items.get(Number(index)) ?? [];
    item.push([rest.join('.'), value]);
    items.set(Number(index), item);
  }
  return [...items].sort(([a], [b]) => a - b).map(([, item]) => item);
}

const byName = ([a]: Field, [b]: Field): number => (a < b ? -1 : 1);

/** Text of the query services for a member the API model requires. */
const missing = (name: string) =>
  validationError(
    `1 validation error detected: Value null at '${name.charAt(0).toLowerCase()}${name.slice(1)}' failed to satisfy constraint: Member must not be null`,
  );
