import { listUpTo, textUpTo, type Shape } from '../core/model/shape';

export { anyOf, count, fields, flag, literal, nullable, oneOf, optional, textUpTo, variant, type Shape } from '../core/model/shape';

/** Longest text and longest list that a message may carry. Messages cross a process border, so neither side believes the other. */
export const limits = { text: 8_192, list: 1_000 } as const;

export const text: Shape<string> = textUpTo(limits.text);

export const list = <T>(shape: Shape<T>): Shape<readonly T[]> => listUpTo(limits.list, shape);

/** An object whose keys are somebody else's. */
export const record =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const entries = Object.entries(value);
    return entries.length <= limits.list && entries.every(([key, part]) => text(key) && shape(part));
  };
