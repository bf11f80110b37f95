import { featuresOn } from '../catalog/features-on';
import { precondition } from '../catalog/preconditions';
import type { Connector } from '../model/connector';
import type { ConnectorIssue, HealthGap, HealthState } from '../model/health';
import type { CheckResult, VerificationReport } from '../model/verification';
import type { RelatedFiles } from '../lint/related-files';
import { byHand } from './by-hand';
import type { Check, Subject } from './check';
import { checks } from './checks';
import type { Facts } from './facts';

export interface Verified {
  readonly connector: Connector;
  readonly related: RelatedFiles;
  readonly facts: Facts;
  readonly profile: string;
}

/** Facts of an AWS account → what is wrong with the connection, by `schemas/preconditions.json`. */
export function verify({ connector, related, facts, profile }: Verified): VerificationReport {
  const features = featuresOn(connector.plans).map(({ id }) => id);
  const subject: Subject = { connector, related, facts, features };
  const results = checks.filter((one) => isAsked(one, subject)).map((one) => result(one, subject));
  const issues = results.flatMap((one) => one.issues);
  const gaps = distinct(results.flatMap((one) => one.gaps));
  const state = stateOf(issues, results);
  return {
    ...{ connector: connector.name, accountId: connector.account.id, profile, at: facts.at, state },
    ...{ reason: reasonOf(issues, gaps, results), checks: results.map((one) => toCheckResult(one, results)), issues, gaps, byHand: byHand(subject) },
  };
}

/** The same thing that two checks could not look at is told once. */
const distinct = (gaps: readonly HealthGap[]): readonly HealthGap[] =>
  [...new Map(gaps.map((gap) => [`${gap.what}\n${gap.why}`, gap])).values()];

interface RunCheck extends Pick<Check, 'id' | 'of'> {
  readonly issues: readonly ConnectorIssue[];
  readonly gaps: readonly HealthGap[];
}

/** A check of features that are off, or of members where there are none, has nothing to say. */
function isAsked({ id }: Check, { features, connector }: Subject): boolean {
  if (id === 'aws-stack-set' || id === 'aws-trusted-access') return connector.account.type === 'management';
  const asking = precondition(id).features;
  return asking === null || asking.some((feature) => features.includes(feature));
}

function result({ run, ...check }: Check, subject: Subject): RunCheck {
  const outcomes = [...run(subject)];
  return {
    ...check,
    issues: outcomes.flatMap((outcome) => ('issue' in outcome ? [outcome.issue] : [])),
    gaps: outcomes.flatMap((outcome) => ('gap' in outcome ? [outcome.gap] : [])),
  };
}

const toCheckResult = ({ id, of, issues, gaps }: RunCheck, all: readonly RunCheck[]): CheckResult => ({
  id,
  name: precondition(id).name,
  outcome: issues.some(isFailure) ? 'failed' : gaps.length > 0 || all.some((one) => one.id === of && one.issues.some(isFailure)) ? 'partly' : 'passed',
});

const isFailure = ({ severity }: ConnectorIssue): boolean => severity !== 'information';

/** The row of `verification` in docs/health.md. */
function stateOf(issues: readonly ConnectorIssue[], results: readonly RunCheck[]): HealthState {
  if (issues.some(({ severity }) => severity === 'error')) return 'unhealthy';
  if (issues.some(({ severity }) => severity === 'warning')) return 'degraded';
  return results.some(({ id, gaps }) => gaps.length > 0 && precondition(id).severity === 'error') ? 'unknown' : 'healthy';
}

function reasonOf(issues: readonly ConnectorIssue[], gaps: readonly HealthGap[], results: readonly RunCheck[]): string {
  const failed = results.filter((one) => one.issues.some(isFailure)).length;
  const open = gaps.length === 0 ? '' : ` ${gaps.length === 1 ? 'One thing' : `${gaps.length} things`} could not be looked at.`;
  if (failed === 0) return `Nothing wrong was found in ${results.length} checks.${open}`;
  const [first] = [...issues].sort((one, other) => rank(one) - rank(other));
  return `${failed} of ${results.length} checks failed. ${first?.description ?? ''}${open}`;
}

const rank = ({ severity }: ConnectorIssue): number => ['error', 'warning', 'information'].indexOf(severity);
