import type { StackEvent } from '../plan/deployment-preview';

export interface SeenEnd {
  readonly status: string;
  /** Up to the end; what came later is of other operations. */
  readonly events: readonly StackEvent[];
}

/** How an operation ended, as the stack's own event says; undefined while it runs. Takes the events from its first one on, oldest first. */
export function endOf(events: readonly StackEvent[], stackId: string): SeenEnd | undefined {
  const last = events.findIndex(({ physicalId, status }) => physicalId === stackId && !status.endsWith('_IN_PROGRESS'));
  const end = events[last];
  return end && { status: end.status, events: events.slice(0, last + 1) };
}
