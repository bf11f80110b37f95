import type { StackEvent } from './deployment-preview';

export interface Operation {
  readonly stackId: string;
  /** Resources that the operation means to change. */
  readonly planned: number;
}

/** How many resources have come to an end, of how many; takes the events of one operation. */
export function countResources(events: readonly StackEvent[], { stackId, planned }: Operation): { done: number; total: number } {
  const resources = events.filter((event) => event.physicalId !== stackId);
  const named = (some: readonly StackEvent[]) => new Set(some.map(({ logicalId }) => logicalId)).size;
  return { done: named(resources.filter(({ status }) => isEnd(status))), total: Math.max(planned, named(resources)) };
}

const isEnd = (status: string) => /^(CREATE|UPDATE|DELETE|IMPORT)_COMPLETE$/.test(status) || status === 'DELETE_SKIPPED';
