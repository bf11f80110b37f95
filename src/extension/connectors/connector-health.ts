import type { ConnectorSummary } from '../../protocol/server-requests';
import type { StackLook } from '../platform/stack-look';

export type Health = 'healthy' | 'degraded' | 'broken' | 'busy' | 'unknown';

export interface ConnectorHealth {
  readonly health: Health;
  /** What the tree shows beside the name, in words: colour and icon only repeat it. */
  readonly words: string;
}

/** A connector is as healthy as the worse of its file and its stack; what nobody looked at is said to be unknown. */
export function connectorHealth(summary: ConnectorSummary | undefined, look: StackLook | undefined): ConnectorHealth {
  if (summary === undefined) return { health: 'unknown', words: 'not read yet' };
  if (summary.errors > 0) return { health: 'broken', words: problemCounts(summary) };
  const stack = stackHealth(look);
  if (summary.warnings === 0) return stack;
  const words = `${problemCounts(summary)}, ${stack.words}`;
  return { health: stack.health === 'broken' ? 'broken' : 'degraded', words };
}

export function stackHealth(look: StackLook | undefined): ConnectorHealth {
  if (look === undefined) return { health: 'unknown', words: 'not looked up' };
  if (look.kind === 'failed') return { health: 'unknown', words: 'stack could not be read' };
  if (look.status === null) return { health: 'unknown', words: 'not deployed' };
  return statusHealth(look.status);
}

/** Words for a CloudFormation stack status; one that we do not know is shown as it is. */
function statusHealth(status: string): ConnectorHealth {
  if (status === 'REVIEW_IN_PROGRESS') return { health: 'unknown', words: 'not deployed, a change set waits for review' };
  if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE') {
    return { health: 'healthy', words: 'deployed' };
  }
  if (status === 'DELETE_COMPLETE') return { health: 'unknown', words: 'stack was deleted' };
  if (status === 'UPDATE_ROLLBACK_COMPLETE') return { health: 'degraded', words: 'last update was rolled back' };
  if (status === 'ROLLBACK_COMPLETE') return { health: 'broken', words: 'creation failed and was rolled back' };
  if (status.endsWith('_FAILED')) return { health: 'broken', words: `stack failed: ${status}` };
  if (status.includes('ROLLBACK') && status.endsWith('_IN_PROGRESS')) return { health: 'busy', words: 'rolling back' };
  if (status.endsWith('_IN_PROGRESS')) return { health: 'busy', words: 'deployment running' };
  return { health: 'unknown', words: `stack is ${status}` };
}

/** "2 errors, 1 warning". */
export function problemCounts({ errors, warnings }: Pick<ConnectorSummary, 'errors' | 'warnings'>): string {
  const count = (number: number, noun: string) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}
