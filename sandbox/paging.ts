import type { QueryInput } from './http/query-input';
import { validationError } from './service-error';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/**
 * One page of a list. The token names the last row given and not its place,
 * so that rows which arrive in front between two calls do not shift the next page.
 */
export function pageOf<T>(rows: readonly T[], size: number, token: string | undefined, idOf: (row: T) => string): Page<T> {
  const start = token === undefined ? 0 : positionAfter(rows, token, idOf);
  const items = rows.slice(start, start + size);
  const last = items.at(-1);
  const more = last !== undefined && start + size < rows.length;
  return { items, next: more ? Buffer.from(idOf(last)).toString('base64url') : undefined };
}

/** The page that an IAM request asks for: its markers and sizes have other names than CloudFormation's. */
export function iamPage<T>(rows: readonly T[], input: QueryInput, idOf: (row: T) => string) {
  const { items, next } = pageOf(rows, input.number('MaxItems') ?? 100, input.text('Marker'), idOf);
  return { items, paging: { IsTruncated: next !== undefined, ...(next && { Marker: next }) } };
}

function positionAfter<T>(rows: readonly T[], token: string, idOf: (row: T) => string): number {
  const id = Buffer.from(token, 'base64url').toString();
  const position = rows.findIndex((row) => idOf(row) === id);
  if (position < 0) throw validationError('Token is invalid');
  return position + 1;
}
