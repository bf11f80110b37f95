import { inSlices } from '../../app/in-slices';
import { isJsonObject, own, type Json } from '../../core/model/json';
import { err, ok, type Result } from '../../core/model/result';
import type { ArmClient, ArmRequest } from './arm-client';
import { localFailure } from './arm-failure';

/** All pages of a list, each reduced by `take` before the next is asked for, so that large answers do not pile up. */
export async function readPages<T>(arm: ArmClient, first: ArmRequest, take: (item: Json) => T | undefined): Promise<Result<readonly T[]>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let request = first;
  for (;;) {
    const answer = await arm.send(request);
    if (!answer.ok) return answer;
    const page = readPage(answer.value.body);
    if (!page) return err(arm.problem(localFailure('unreadable', 'it is not a list'), first.doing));
    await inSlices(page.value, (item) => {
      const taken = take(item);
      if (taken !== undefined) items.push(taken);
    });
    if (page.nextLink === undefined) return ok(items);
    if (!isSameHost(page.nextLink, arm.endpoint) || seen.has(page.nextLink)) {
      return err(arm.problem(localFailure(seen.has(page.nextLink) ? 'unreadable' : 'foreignPage', seen.has(page.nextLink) ? 'its pages go in a circle' : hostOf(page.nextLink)), first.doing));
    }
    seen.add(page.nextLink);
    request = { doing: first.doing, path: page.nextLink, signal: first.signal };
  }
}

function readPage(body: Json | undefined): { readonly value: readonly Json[]; readonly nextLink: string | undefined } | undefined {
  if (!isJsonObject(body)) return undefined;
  const [value, nextLink] = [own(body, 'value'), own(body, 'nextLink')];
  if (!Array.isArray(value)) return undefined;
  return { value: value as readonly Json[], nextLink: typeof nextLink === 'string' && nextLink !== '' ? nextLink : undefined };
}

/** A token goes to the host that it was asked for, and over the same protocol. */
export const isSameHost = (link: string, endpoint: string): boolean => URL.canParse(link) && new URL(link).origin === new URL(endpoint).origin && new URL(link).username === '';

const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).host : 'something that is no address');
