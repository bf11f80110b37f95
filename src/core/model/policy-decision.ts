/** What IAM's policy simulator answers for one action on one resource. It calls nothing and knows no resource policies. */
export interface PolicyDecision {
  readonly action: string;
  readonly resource: string;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** Ids of the policies whose statements decided. */
  readonly policies: readonly string[];
  /** Condition keys that statements ask for and the question did not give. */
  readonly missingContext: readonly string[];
  /** False when a policy of the organization stands in the way; null where IAM does not say. */
  readonly allowedByOrganization: boolean | null;
  /** False when the principal's permissions boundary stands in the way; null where there is none. */
  readonly allowedByBoundary: boolean | null;
}
