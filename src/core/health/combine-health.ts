import { type ConnectorHealth, type ConnectorIssue, type HealthSource, healthSources, type HealthStatement, type SourceHealth } from '../model/health';
import { ageWords } from './age-words';
import { disagreement } from './disagreement';
import { healthRules } from './health-rules';
import { type AgeContext, staleness } from './staleness';

/**
 * What is known of a connector, from what each source says of it: the rules of docs/health.md in order, nothing averaged.
 * A source that is not among the statements was not asked.
 */
export function combineHealth(statements: readonly HealthStatement[], context: AgeContext): ConnectorHealth {
  const sources = healthSources.map((source) => sourceHealth(source, statements.find((one) => one.source === source), context));
  const decisions = healthRules.map((rule) => ({ rule, by: rule.decidedBy(sources) }));
  const decision = decisions.find(({ by }) => by.length > 0);
  if (!decision) throw new Error('The last rule of health applies always.');
  const { rule, by } = decision;
  return {
    state: rule.state,
    rule: rule.id,
    summary: rule.state === 'unknown' ? unknownSummary(sources) : by.map(({ reason }) => reason).join(' '),
    sources,
    disagreement: disagreement(sources),
    issues: statements.flatMap(({ issues }) => issues).sort(bySeverity),
    gaps: statements.flatMap(({ gaps }) => gaps),
  };
}

function sourceHealth(source: HealthSource, statement: HealthStatement | undefined, context: AgeContext): SourceHealth {
  if (!statement) return { source, state: 'unknown', said: null, reason: notAsked[source], at: null, age: null, stale: null };
  const { state, reason, at } = statement;
  const stale = staleness(statement, context);
  const time = at === null ? NaN : Date.parse(at);
  const age = Number.isNaN(time) ? null : ageWords(context.now - time);
  return { source, state: stale === null ? state : 'unknown', said: state, reason, at, age, stale };
}

const notAsked: Readonly<Record<HealthSource, string>> = {
  azure: 'Defender for Cloud was not asked: read from Azure to see what it says.',
  aws: 'The stack was not looked up: choose an AWS profile to see it.',
  verification: 'Nothing was verified: verify the connector to see what works.',
  files: 'The file was not read.',
};

/** What is old is worth more than what was never asked. */
function unknownSummary(sources: readonly SourceHealth[]): string {
  const old = sources.find(({ stale }) => stale !== null);
  if (old) return `${old.reason} That no longer counts: ${old.stale ?? ''}`;
  const asked = sources.filter(({ said, source }) => said === 'unknown' && source !== 'files');
  return asked.length > 0 ? asked.map(({ reason }) => reason).join(' ') : 'Nobody has looked at this connection yet.';
}

const weights: Readonly<Record<ConnectorIssue['severity'], number>> = { error: 0, warning: 1, information: 2 };

const bySeverity = (one: ConnectorIssue, other: ConnectorIssue): number => weights[one.severity] - weights[other.severity];
