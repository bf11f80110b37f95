import { validationError } from '../../service-error';
import type { ServiceRequest } from '../../service-request';
import type { Stack } from './stack';

type Place = Pick<ServiceRequest, 'account' | 'region'>;

/** A stack by name or id. A deleted one answers to its id only. */
export function findStack({ account, region }: Place, nameOrId: string): Stack | undefined {
  const here = account.stacks.filter((stack) => stack.region === region);
  return here.find(({ id }) => id === nameOrId) ?? here.findLast(({ name, deleted }) => name === nameOrId && !deleted);
}

/** Text for stacks that are not there: as DescribeStacks gives it. */
export function requireStack(place: Place, nameOrId: string): Stack {
  const stack = findStack(place, nameOrId);
  if (!stack) throw validationError(`Stack with id ${nameOrId} does not exist`);
  return stack;
}

/** Text for the same in operations that change a stack. */
export function requireLiveStack(place: Place, nameOrId: string): Stack {
  const stack = findStack(place, nameOrId);
  if (!stack || stack.deleted) throw validationError(`Stack [${nameOrId}] does not exist`);
  return stack;
}
