import { paginateDescribeStackEvents, type CloudFormationClient, type StackEvent as AwsEvent } from '@aws-sdk/client-cloudformation';
import type { StackEvent } from '../../core/plan/deployment-preview';

export interface EventsQuestion {
  readonly stack: string;
  /** The last event already known, or null for all. */
  readonly eventId: string | null;
  readonly options: { readonly abortSignal?: AbortSignal };
}

/** CloudFormation gives the newest first, page by page; reading stops at the first known event. */
export async function readEventsSince(client: CloudFormationClient, question: EventsQuestion): Promise<readonly StackEvent[]> {
  const events: StackEvent[] = [];
  for await (const page of paginateDescribeStackEvents({ client }, { StackName: question.stack }, question.options)) {
    for (const event of page.StackEvents ?? []) {
      if (event.EventId === question.eventId) return events.reverse();
      events.push(toEvent(event));
    }
  }
  return events.reverse();
}

const toEvent = (event: AwsEvent): StackEvent => ({
  id: event.EventId ?? '',
  at: event.Timestamp?.toISOString() ?? '',
  logicalId: event.LogicalResourceId ?? '',
  physicalId: event.PhysicalResourceId ?? null,
  type: event.ResourceType ?? '',
  status: event.ResourceStatus ?? 'UNKNOWN',
  reason: event.ResourceStatusReason ?? null,
  token: event.ClientRequestToken ?? null,
});
