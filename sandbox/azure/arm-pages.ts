import type { Json } from '../json';
import type { ArmCall } from './arm-request';
import type { ArmResult } from './arm-answer';

/** One page of a list, with the address of the next. The token names the last row given, so that new rows do not shift the next page. */
export function armPage<T>({ world, query, url }: ArmCall, rows: readonly T[], idOf: (row: T) => string, toJson: (row: T) => Json): ArmResult {
  const after = query.get('$skipToken');
  const start = after === null ? 0 : rows.findIndex((row) => idOf(row) === Buffer.from(after, 'base64url').toString()) + 1;
  const page = rows.slice(start, start + world.azure.pageSize);
  const last = page.at(-1);
  const next = new URL(url);
  if (last !== undefined) next.searchParams.set('$skipToken', Buffer.from(idOf(last)).toString('base64url'));
  const more = last !== undefined && start + page.length < rows.length;
  return { status: 200, body: { value: page.map(toJson), ...(more ? { nextLink: next.href } : {}) } };
}
