import { sameId } from '../azure/same-id';
import { explainError } from '../diagnose/explain-error';
import { issueActions, type ConnectorIssue, type HealthState, type HealthStatement, type IssueAction, type IssueSeverity } from '../model/health';
import type { HealthIssue, HealthReport, HealthStatus } from '../model/health-report';

/** What Defender for Cloud says of a connector in its reports on it and on what it connects. `connectorId` is its ARM id. */
export function azureStatement(reports: readonly HealthReport[], connectorId: string): HealthStatement {
  const own = reports.filter((report) => isOwn(report, connectorId));
  const others = reports.filter((report) => !own.includes(report));
  const state = stateOf(own, others);
  return {
    source: 'azure',
    state,
    reason: reasonOf(state, own, others),
    at: newest(own.length > 0 ? own : others),
    issues: [...own.flatMap((report) => issuesOf(report, 'error')), ...others.flatMap((report) => issuesOf(report, 'warning'))],
    gaps: [],
  };
}

/** A report of the scope `Connectors`, or one whose resource is the connector itself. */
const isOwn = ({ scope, resourceId }: HealthReport, connectorId: string): boolean =>
  scope?.toLowerCase() === 'connectors' || (resourceId !== null && sameId(resourceId, connectorId));

/** The row of `azure` in docs/health.md. */
function stateOf(own: readonly HealthReport[], others: readonly HealthReport[]): HealthState {
  if (has(own, 'notHealthy')) return 'unhealthy';
  if (has(others, 'notHealthy')) return 'degraded';
  return has(own, 'healthy') ? 'healthy' : 'unknown';
}

const has = (reports: readonly HealthReport[], status: HealthStatus): boolean => reports.some((report) => report.status === status);

function reasonOf(state: HealthState, own: readonly HealthReport[], others: readonly HealthReport[]): string {
  const ill = [...own, ...others].filter(({ status }) => status === 'notHealthy');
  const [first] = ill;
  if (state === 'unhealthy') return first?.reason ?? issueNames(ill) ?? 'Defender for Cloud reports that the connector is not healthy.';
  if (state === 'degraded') return issueNames(ill) ?? `Defender for Cloud reports that ${ill.length === 1 ? 'one resource' : `${ill.length} resources`} of the connector ${ill.length === 1 ? 'is' : 'are'} not healthy.`;
  if (state === 'healthy') return 'Defender for Cloud reports that the connector is healthy.';
  return own.length + others.length === 0 ? 'Defender for Cloud has no health report on this connector yet.' : 'The health reports of Defender for Cloud say neither healthy nor unhealthy.';
}

function issueNames(reports: readonly HealthReport[]): string | undefined {
  const names = [...new Set(reports.flatMap(({ issues }) => issues.map(({ name, key }) => name ?? key)))];
  if (names.length === 0) return undefined;
  return names.length === 1 ? `${names[0] ?? ''}.` : `${names[0] ?? ''}, and ${names.length - 1} more.`;
}

function newest(reports: readonly HealthReport[]): string | null {
  const times = reports.flatMap(({ scannedAt }) => scannedAt ?? []);
  return times.reduce<string | null>((latest, time) => (latest === null || time > latest ? time : latest), null);
}

const issuesOf = (report: HealthReport, severity: IssueSeverity): readonly ConnectorIssue[] =>
  report.status === 'notHealthy' ? report.issues.map((issue) => toIssue(report, issue, severity)) : [];

function toIssue({ nativeResourceId, affectedPlans, changedAt }: HealthReport, issue: HealthIssue, severity: IssueSeverity): ConnectorIssue {
  const known = knownOf(issue);
  const steps = stepsOf(issue.remediationSteps);
  const affected = issue.securityValues.length === 0 ? '' : ` What does not work because of it: ${issue.securityValues.join(', ')}.`;
  return {
    key: issue.key,
    source: 'azure',
    severity,
    name: issue.name ?? `Issue ${issue.key}`,
    description: `${issue.description ?? 'Defender for Cloud gives no description.'}${affected}`,
    plans: affectedPlans,
    remediation: { steps: steps.length > 0 ? steps : known.steps, script: issue.remediationScript },
    evidence: [
      ...(nativeResourceId === null ? [] : [{ label: 'Resource', value: nativeResourceId }]),
      ...Object.entries(issue.additional).map(([label, value]) => ({ label, value })),
      ...(changedAt === null ? [] : [{ label: 'Since', value: changedAt }]),
    ],
    reference: steps.length > 0 ? null : known.reference,
    ...(known.action ? { action: known.action } : {}),
  };
}

interface Known {
  /** For an issue to which Azure gives none. */
  readonly steps: readonly string[];
  readonly reference: string | null;
  readonly action: IssueAction | undefined;
}

/** Azure names its issues in the words that errors are explained by. Thousands of connectors have the same few. */
function knownOf({ key, name }: HealthIssue): Known {
  const words = `${name ?? ''}\n${key}`;
  const known = explained.get(words) ?? explain(words);
  if (explained.size >= mostExplained) explained.clear();
  explained.set(words, known);
  return known;
}

const explained = new Map<string, Known>();
const mostExplained = 500;

function explain(words: string): Known {
  const { id, steps, sources, actions } = explainError(words);
  return id === null ? { steps: [], reference: null, action: undefined } : { steps, reference: sources[0] ?? null, action: actions.find(isIssueAction) };
}

/** Azure writes all steps into one text: a line each, with or without a number. */
const stepsOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/^(?:\d{1,2}[.)]|[-*•])\s+/, ''))
    .filter((line) => line !== '');

/** Where somebody is told to sign in, the page of health has nothing to offer. */
const isIssueAction = (action: string): action is IssueAction => issueActions.some((each) => each === action);
