import type { RelatedFiles } from '../lint/related-files';
import type { ConnectorIssue, Evidence, HealthGap, IssueSeverity } from '../model/health';
import type { Connector } from '../model/connector';
import { precondition, preconditionPage } from '../catalog/preconditions';
import type { Facts, Reading } from './facts';
import { filledScript } from './filled-script';
import { plansOf } from './plans-of';

export interface Subject {
  readonly connector: Connector;
  /** The connector file, for what reads files. */
  readonly related: RelatedFiles;
  readonly facts: Facts;
  /** Ids of the features that are on. */
  readonly features: readonly string[];
}

/** What a check found: an issue, or something that could not be looked at. */
export type Outcome = { readonly issue: ConnectorIssue } | { readonly gap: HealthGap };

export interface Check {
  /** Of `schemas/preconditions.json`, which says what it expects, how bad it is and what to do. */
  readonly id: string;
  run(subject: Subject): Iterable<Outcome>;
  /** The check of what this one looks at: where that is not there, there was nothing to look at. */
  readonly of?: string;
}

/** A check whose `run` names it once. */
export const check = (id: string, run: Check['run'], of?: string): Check => ({ id, run, ...(of === undefined ? {} : { of }) });

interface IssueDetails {
  readonly severity?: IssueSeverity;
  /** Features that it affects, where it is not all those that the precondition names. */
  readonly features?: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** What goes into the script. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
}

/** An issue with what the data says of it. */
export function issue(id: string, { features: on }: Subject, description: string, details: IssueDetails = {}): Outcome {
  const fact = precondition(id);
  const { name, severity, steps, script, features } = fact;
  const affected = details.features ?? features?.filter((feature) => on.includes(feature)) ?? [];
  return {
    issue: {
      ...{ key: id, source: 'verification', name, description, severity: details.severity ?? severity },
      plans: plansOf(affected),
      remediation: { steps, script: script === null || !details.values ? null : filledScript(script, details.values) },
      evidence: details.evidence ?? [],
      reference: preconditionPage(fact),
    },
  };
}

/** Runs a check over what was read; what was not read is a gap. */
export function* over<T>(reading: Reading<T> | undefined, check: (value: T) => Iterable<Outcome>): Iterable<Outcome> {
  if (!reading) return;
  if (reading.ok) yield* check(reading.value);
  else yield { gap: reading.error };
}
