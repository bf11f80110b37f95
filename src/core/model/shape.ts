/** A check at run time that a value has a type: of what crosses a border, a process's or a file's. */
export type Shape<T> = (value: unknown) => value is T;

/** For the few texts that may be longer than others. */
export const textUpTo =
  (longest: number): Shape<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= longest;

export const count: Shape<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const flag: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

export const oneOf =
  <const T extends string>(...words: readonly T[]): Shape<T> =>
  (value): value is T =>
    words.some((word) => word === value);

export const literal =
  <const T extends string | number | boolean>(only: T): Shape<T> =>
  (value): value is T =>
    value === only;

export const anyOf =
  <A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> =>
  (value): value is A | B =>
    one(value) || other(value);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value);

/** For a field that may be missing: `fields` asks it about undefined then. */
export const optional =
  <T>(shape: Shape<T>): Shape<T> =>
  (value): value is T =>
    value === undefined || shape(value);

export const listUpTo =
  <T>(longest: number, shape: Shape<T>): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longest && value.every(shape);

/** An object with these fields and no others. A field that the type has and the table has not does not compile. */
export const fields =
  <T extends object>(shapes: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> =>
  (value): value is T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const own: Readonly<Record<string, unknown>> = { ...value };
    const table: Readonly<Record<string, Shape<unknown>>> = shapes;
    return Object.keys(own).every((key) => Object.hasOwn(table, key)) && Object.entries(table).every(([key, shape]) => shape(own[key]));
  };

/** An object with these fields; what else it has is of a later version, and does not matter. */
export const record =
  <T extends object>(shapes: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> =>
  (value): value is T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const own: Readonly<Record<string, unknown>> = { ...value };
    return Object.entries<Shape<unknown>>(shapes).every(([key, shape]) => shape(own[key]));
  };

/** One of several objects, told apart by a field that holds a word. */
export const variant =
  <T extends object>(key: keyof T & string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> =>
  (value): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    const word: unknown = Reflect.get(value, key);
    if (typeof word !== 'string' || !Object.hasOwn(shapes, word)) return false;
    return shapes[word]?.(value) ?? false;
  };
