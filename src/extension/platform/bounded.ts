import { limits } from '../../protocol/shape';

/** The same data, with texts and lists cut to what a message may carry. A cut text ends with an ellipsis. */
export function bounded<T>(data: T): T {
  return cut(data) as T; // cutting keeps every type of plain data
}

function cut(data: unknown): unknown {
  if (typeof data === 'string') return data.length <= limits.text ? data : `${data.slice(0, limits.text - 1)}…`;
  if (Array.isArray(data)) return data.slice(-limits.list).map(cut);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cut(value)]));
}
