import { isJsonObject, own, type Json, type JsonObject } from '../../core/model/json';
import { err, ok, type Result } from '../../core/model/result';
import { apiVersions } from './api-versions';
import type { ArmClient } from './arm-client';
import { localFailure } from './arm-failure';

export interface GraphQuery {
  readonly doing: string;
  readonly query: string;
  readonly subscriptions: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Azure gives 1,000 rows at most; half of that keeps the time short in which one page is read and nothing else is done. */
const limits = { rows: 500, subscriptions: 1_000 } as const;

/** All rows of a query, each reduced by `take` before the next page is asked for. The query has to order its rows. */
export async function readGraph<T>(arm: ArmClient, query: GraphQuery, take: (row: Json) => T | undefined): Promise<Result<readonly T[]>> {
  const items: T[] = [];
  for (let start = 0; start < query.subscriptions.length; start += limits.subscriptions) {
    const part = { ...query, subscriptions: query.subscriptions.slice(start, start + limits.subscriptions) };
    const read = await readPart(arm, part, (row) => {
      const taken = take(row);
      if (taken !== undefined) items.push(taken);
    });
    if (!read.ok) return read;
  }
  return ok(items);
}

async function readPart(arm: ArmClient, query: GraphQuery, push: (row: Json) => void): Promise<Result<void>> {
  let skipToken: string | undefined;
  for (;;) {
    const answer = await arm.send(toRequest(query, skipToken));
    if (!answer.ok) return answer;
    const { body } = answer.value;
    const rows = isJsonObject(body) ? own(body, 'data') : undefined;
    if (!isJsonObject(body) || !Array.isArray(rows)) return err(arm.problem(localFailure('unreadable', 'it has no rows'), query.doing));
    (rows as readonly Json[]).forEach(push);
    const next = own(body, '$skipToken');
    if (typeof next !== 'string' || next === '' || next === skipToken) return ok(undefined);
    skipToken = next;
  }
}

const toRequest = ({ doing, query, subscriptions, signal }: GraphQuery, skipToken: string | undefined) => ({
  doing,
  method: 'POST' as const,
  kind: 'graph' as const,
  path: '/providers/Microsoft.ResourceGraph/resources',
  apiVersion: apiVersions.resourceGraph,
  body: {
    subscriptions,
    query,
    options: { resultFormat: 'objectArray', $top: limits.rows, ...(skipToken === undefined ? {} : { $skipToken: skipToken }) },
  } satisfies JsonObject,
  signal,
});
