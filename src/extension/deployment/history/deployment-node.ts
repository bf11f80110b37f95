import type { StackOperation } from '../../../core/operation/stack-operation';
import type { DeploymentProgress, StackEvent } from '../../../core/plan/deployment-preview';

/** A row of the Deployments view. */
export type DeploymentNode =
  | { readonly kind: 'operation'; readonly operation: StackOperation; readonly live: DeploymentProgress | undefined }
  | { readonly kind: 'event'; readonly operation: StackOperation; readonly event: StackEvent }
  | { readonly kind: 'more'; readonly operation: StackOperation; readonly count: number };

/** Not so many that a view stutters; the export has all. */
const shownEvents = 200;

/** Newest first. */
export function eventNodes(operation: StackOperation, events: readonly StackEvent[]): readonly DeploymentNode[] {
  const shown = events.slice(-shownEvents).reverse();
  const rows = shown.map((event): DeploymentNode => ({ kind: 'event', operation, event }));
  const count = events.length - shown.length;
  return count === 0 ? rows : [...rows, { kind: 'more', operation, count }];
}
