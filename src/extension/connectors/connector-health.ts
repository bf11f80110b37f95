import type { ConnectorHealth as CombinedHealth, HealthSource, HealthState, HealthStatement } from '../../core/model/health';
import type { ConnectorSummary } from '../../protocol/server-requests';
import { connectorHealthOf } from '../platform/connector-health-of';
import type { StackLook } from '../platform/stack-look';

export type Health = 'healthy' | 'degraded' | 'broken' | 'busy' | 'unknown';

export interface ConnectorHealth {
  readonly health: Health;
  /** What the tree shows beside the name, short enough for a narrow side bar: colour and icon only repeat it. */
  readonly words: string;
  /** The whole of it, for a tooltip and a screen reader. */
  readonly sentence: string;
}

/** A connector as the rules of docs/health.md have it, in a few words. While its stack changes, that is what counts. */
export function connectorHealth(summary: ConnectorSummary | undefined, look: StackLook | undefined, statements: readonly HealthStatement[] = []): ConnectorHealth {
  const local = fileAndStack(summary, look);
  if (statements.length === 0 || local.health === 'busy') return local;
  const combined = connectorHealthOf({ summary, look, statements, now: Date.now() });
  return { health: icons[combined.state], words: wordsOf(combined, local), sentence: sentenceOf(combined) };
}

/** A connector that only Azure has: nobody else says anything of it. */
export function azureHealth(statement: HealthStatement | undefined): ConnectorHealth {
  if (statement === undefined) return { health: 'unknown', words: 'in Azure', sentence: 'Its health was not read from Azure yet.' };
  const combined = connectorHealthOf({ summary: undefined, look: undefined, statements: [statement], now: Date.now() });
  return { health: icons[combined.state], words: wordsOf(combined, undefined), sentence: sentenceOf(combined) };
}

const icons: Readonly<Record<HealthState, Health>> = { healthy: 'healthy', degraded: 'degraded', unhealthy: 'broken', unknown: 'unknown' };

const sentenceOf = ({ summary, disagreement }: CombinedHealth): string => (disagreement === null ? summary : `${summary} ${disagreement}`);

/** Who decided says it in its own words. */
function wordsOf(combined: CombinedHealth, local: ConnectorHealth | undefined): string {
  const { state, sources } = combined;
  if (state === 'unknown') return sources.some(({ stale }) => stale !== null) ? 'out of date' : (local?.words ?? 'unknown');
  const by = sources.find((source) => source.state === state)?.source;
  return by === 'azure' || by === 'verification' ? remoteWords(combined, by) : (local?.words ?? state);
}

function remoteWords({ state, issues }: CombinedHealth, by: HealthSource): string {
  if (state === 'healthy') return by === 'verification' ? 'verified' : 'healthy';
  const own = issues.filter(({ source, severity }) => source === by && severity !== 'information').length;
  return own === 0 ? state : `${own} issue${own === 1 ? '' : 's'}`;
}

function fileAndStack(summary: ConnectorSummary | undefined, look: StackLook | undefined): ConnectorHealth {
  if (summary === undefined) return { health: 'unknown', words: 'not read', sentence: 'The file was not read yet.' };
  const stack = stackHealth(look);
  if (summary.errors === 0 && summary.warnings === 0) return stack;
  const words = problemCounts(summary);
  const sentence = `The file has ${words}. ${stack.sentence}`;
  if (summary.errors > 0) return { health: 'broken', words, sentence };
  if (stack.health === 'broken') return { ...stack, sentence };
  return { health: 'degraded', words, sentence };
}

export function stackHealth(look: StackLook | undefined): ConnectorHealth {
  if (look === undefined) return { health: 'unknown', words: 'unchecked', sentence: 'The stack was not looked up yet: refresh to do so.' };
  if (look.kind === 'failed') return { health: 'unknown', words: 'unreadable', sentence: `The stack could not be read. ${look.message}` };
  if (look.status === null) return { health: 'unknown', words: 'not deployed', sentence: 'There is no such stack yet.' };
  const known = knownStatus[look.status];
  const health = known ? { health: known[0], words: known[1], sentence: known[2] } : statusHealth(look.status);
  const { reasons = [], summary = '' } = look.advice ?? {};
  // A stack that failed says so itself.
  if (reasons.length === 0 || health.health !== 'healthy') return health;
  return { health: 'degraded', words: 'update needed', sentence: [summary, ...reasons.slice(0, 5), ...(reasons.length > 5 ? [`And ${reasons.length - 5} more.`] : [])].join(' ') };
}

const deployed = ['healthy', 'deployed', 'The stack is deployed.'] as const;

/** CloudFormation stack statuses that mean something of their own. */
const knownStatus: Readonly<Record<string, readonly [health: Health, words: string, sentence: string]>> = {
  CREATE_COMPLETE: deployed,
  UPDATE_COMPLETE: deployed,
  IMPORT_COMPLETE: deployed,
  REVIEW_IN_PROGRESS: ['unknown', 'in review', 'The stack is not deployed: a change set waits for review.'],
  DELETE_COMPLETE: ['unknown', 'deleted', 'The stack was deleted.'],
  UPDATE_ROLLBACK_COMPLETE: ['degraded', 'rolled back', 'The last update of the stack was rolled back.'],
  ROLLBACK_COMPLETE: ['broken', 'not created', 'The creation of the stack failed and was rolled back.'],
};

/** One that we do not know is shown as it is. */
function statusHealth(status: string): ConnectorHealth {
  const sentence = `The stack is ${status}.`;
  if (status.endsWith('_FAILED')) return { health: 'broken', words: 'failed', sentence: `The stack failed: ${status}.` };
  if (!status.endsWith('_IN_PROGRESS')) return { health: 'unknown', words: status, sentence };
  return { health: 'busy', words: status.includes('ROLLBACK') ? 'rolling back' : status.startsWith('DELETE') ? 'deleting' : 'deploying', sentence };
}

/** "2 errors, 1 warning". */
export function problemCounts({ errors, warnings }: Pick<ConnectorSummary, 'errors' | 'warnings'>): string {
  const count = (number: number, noun: string) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}
