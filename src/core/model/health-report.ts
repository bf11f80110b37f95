/** Microsoft's word on one connector or resource, as `Microsoft.Security/healthReports` gives it. Texts are foreign: show them as text. */
export interface HealthReport {
  readonly id: string;
  /** Key of the kind of report. */
  readonly name: string;
  /** ARM id of what the report is about; of a connector's own report, the connector. */
  readonly resourceId: string | null;
  /** Azure's internal id of the connector. */
  readonly connectorId: string | null;
  readonly source: string | null;
  readonly nativeResourceId: string | null;
  readonly hierarchyId: string | null;
  readonly organizationId: string | null;
  /** Who looks, such as `Connectivity`; what for; and at what, such as `Connectors`. */
  readonly component: string | null;
  readonly scenario: string | null;
  readonly scope: string | null;
  readonly status: HealthStatus;
  readonly reason: string | null;
  /** ISO 8601, UTC: when Azure last looked, when the status became this one, when it looked first. */
  readonly scannedAt: string | null;
  readonly changedAt: string | null;
  readonly firstSeenAt: string | null;
  readonly affectedPlans: readonly string[];
  readonly affectedSubPlans: readonly string[];
  readonly additional: Readonly<Record<string, string>>;
  readonly issues: readonly HealthIssue[];
}

/** Azure's three words, and `unknown` for one that it did not have when this was written. */
export type HealthStatus = 'healthy' | 'notHealthy' | 'notApplicable' | 'unknown';

export interface HealthIssue {
  readonly key: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly remediationSteps: string | null;
  /** Null where Azure gives none, also where it gives an empty one. */
  readonly remediationScript: string | null;
  /** What does not work because of it, such as "Connectivity to AWS member accounts". */
  readonly securityValues: readonly string[];
  readonly additional: Readonly<Record<string, string>>;
}
