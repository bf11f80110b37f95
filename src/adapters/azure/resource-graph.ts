import { inSlices } from '../../app/in-slices';
import { isJsonObject, own, type Json, type JsonObject } from '../../core/model/json';
import { err, ok, type Result } from '../../core/model/result';
import { apiVersions } from './api-versions';
import type { ArmClient } from './arm-client';
import { localFailure } from './arm-failure';

export interface GraphQuery {
  readonly doing: string;
  readonly query: string;
  readonly subscriptions: readonly string[];
  /** In one page: Azure gives 1,000 at most. The larger a row, the fewer, because nothing else is done while a page is parsed. */
  readonly pageSize: number;
  readonly signal?: AbortSignal | undefined;
}

const mostSubscriptions = 1_000;

/** All rows of a query, each reduced by `take` before the next page is asked for. The query has to order its rows. */
export async function readGraph<T>(arm: ArmClient, query: GraphQuery, take: (row: Json) => T | undefined): Promise<Result<readonly T[]>> {
  const items: T[] = [];
  for (let start = 0; start < query.subscriptions.length; start += mostSubscriptions) {
    const part = { ...query, subscriptions: query.subscriptions.slice(start, start + mostSubscriptions) };
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
    await inSlices(rows as readonly Json[], push);
    const next = own(body, '$skipToken');
    if (typeof next !== 'string' || next === '' || next === skipToken) return ok(undefined);
    skipToken = next;
  }
}

const toRequest = ({ doing, query, subscriptions, pageSize, signal }: GraphQuery, skipToken: string | undefined) => ({
  doing,
  method: 'POST' as const,
  kind: 'graph' as const,
  path: '/providers/Microsoft.ResourceGraph/resources',
  apiVersion: apiVersions.resourceGraph,
  body: {
    subscriptions,
    query,
    options: { resultFormat: 'objectArray', $top: pageSize, ...(skipToken === undefined ? {} : { $skipToken: skipToken }) },
  } satisfies JsonObject,
  signal,
});
