/** How a connector is. `unknown` says that nobody has looked, or that it was too long ago. */
export const healthStates = ['healthy', 'degraded', 'unhealthy', 'unknown'] as const;
export type HealthState = (typeof healthStates)[number];

/** Who says something of a connector: Defender for Cloud, CloudFormation, our own look into AWS, the files. */
export const healthSources = ['azure', 'aws', 'verification', 'files'] as const;
export type HealthSource = (typeof healthSources)[number];

/** What one source says. */
export interface HealthStatement {
  readonly source: HealthSource;
  readonly state: HealthState;
  /** One sentence: why. */
  readonly reason: string;
  /** ISO 8601, UTC: when the source looked; null where it does not say. Files are read as they are, so theirs is now. */
  readonly at: string | null;
  readonly issues: readonly ConnectorIssue[];
  /** What could not be looked at. */
  readonly gaps: readonly HealthGap[];
}

/** `error` stops a plan or the whole connector, `warning` a part of it, `information` nothing. */
export type IssueSeverity = 'error' | 'warning' | 'information';

/** Something that is wrong with a connection, whoever found it. Texts of Azure and AWS are foreign: show them as text. */
export interface ConnectorIssue {
  /** Tells kinds of issue apart: Azure's issue key, or the id of our check. */
  readonly key: string;
  readonly source: HealthSource;
  readonly severity: IssueSeverity;
  readonly name: string;
  /** What is wrong, with the values. */
  readonly description: string;
  /** Names of the plans that it affects, as they are shown; empty where it affects all. */
  readonly plans: readonly string[];
  readonly remediation: Remediation;
  /** What was seen. */
  readonly evidence: readonly Evidence[];
  /** The page that says so; null where the source itself is the authority. */
  readonly reference: string | null;
  /** What this tool can do about it. */
  readonly action?: IssueAction;
}

/** Those of `schemas/diagnostics.json`. */
export const issueActions = ['preview', 'generateTemplate', 'openTemplate', 'openConnector', 'chooseProfile', 'continueRollback', 'deleteStack', 'drift', 'decode'] as const;
export type IssueAction = (typeof issueActions)[number];

export interface Remediation {
  readonly steps: readonly string[];
  /** Commands that put it right; shown before anybody runs them. */
  readonly script: string | null;
}

export interface Evidence {
  readonly label: string;
  readonly value: string;
}

/** Something that a source could not look at: it is neither well nor ill. */
export interface HealthGap {
  readonly what: string;
  /** Why not, in one sentence. */
  readonly why: string;
  /** The permission that was missing, such as `eks:ListClusters`; null where it was something else. */
  readonly permission: string | null;
}

/** What is known of a connector, by the rules of docs/health.md. */
export interface ConnectorHealth {
  readonly state: HealthState;
  /** Id of the rule that decided. */
  readonly rule: string;
  /** One sentence: why. */
  readonly summary: string;
  /** Every source, in the order of `healthSources`, also those that nobody asked. */
  readonly sources: readonly SourceHealth[];
  /** Where sources contradict each other: who says what, and who looked last. Null where they agree. */
  readonly disagreement: string | null;
  /** Of all sources, the worst first. */
  readonly issues: readonly ConnectorIssue[];
  readonly gaps: readonly HealthGap[];
}

export interface SourceHealth {
  readonly source: HealthSource;
  /** What counts: `unknown` for a source that was not asked or whose word is too old. */
  readonly state: HealthState;
  /** What the source said when it looked; null where it was not asked. */
  readonly said: HealthState | null;
  readonly reason: string;
  readonly at: string | null;
  /** Such as "5 minutes ago"; null where the time is not known. */
  readonly age: string | null;
  /** Why its word no longer counts, or null. */
  readonly stale: string | null;
}
