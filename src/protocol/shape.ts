import { listUpTo, textUpTo, type Shape } from '../core/model/shape';

export { anyOf, count, fields, flag, literal, nullable, oneOf, optional, textUpTo, variant, type Shape } from '../core/model/shape';

/** Longest text and longest list that a message may carry. Messages cross a process border, so neither side believes the other. */
export const limits = { text: 8_192, list: 1_000 } as const;

export const text: Shape<string> = textUpTo(limits.text);

export const list = <T>(shape: Shape<T>): Shape<readonly T[]> => listUpTo(limits.list, shape);
