import type { ConnectorIssue, HealthGap, HealthState } from './health';

/** What our own look into an AWS account found for one connector. */
export interface VerificationReport {
  readonly connector: string;
  readonly accountId: string;
  /** AWS profile that was used. */
  readonly profile: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly state: HealthState;
  /** One sentence: why. */
  readonly reason: string;
  /** Every check that the connector's plans ask for. */
  readonly checks: readonly CheckResult[];
  readonly issues: readonly ConnectorIssue[];
  readonly gaps: readonly HealthGap[];
  /** What the plans ask for as well, and no verification looks at. */
  readonly byHand: readonly HandCheck[];
}

export interface HandCheck {
  readonly id: string;
  /** What has to hold. */
  readonly name: string;
  /** Why it is not looked at, as a sentence. */
  readonly why: string;
  readonly steps: readonly string[];
  /** A command that shows it, or null. */
  readonly script: string | null;
  readonly reference: string;
}

export interface CheckResult {
  readonly id: string;
  readonly name: string;
  /** `partly`: a part could not be looked at, or was not there to be looked at, and the rest is well. */
  readonly outcome: 'passed' | 'failed' | 'partly';
}
