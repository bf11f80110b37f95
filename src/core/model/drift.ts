/** What CloudFormation found when it compared a stack's resources with its template. */
export interface DriftReport {
  readonly status: 'inSync' | 'drifted' | 'notChecked';
  /** Those that differ; the others are only counted. */
  readonly resources: readonly ResourceDrift[];
  readonly inSync: number;
}

export interface ResourceDrift {
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly type: string;
  readonly status: 'modified' | 'deleted';
  readonly differences: readonly PropertyDrift[];
  /** As the template says and as it is, where CloudFormation tells; JSON. */
  readonly expected: string | null;
  readonly actual: string | null;
}

export interface PropertyDrift {
  /** `/AssumeRolePolicyDocument/Statement/0/Principal`. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  readonly kind: 'added' | 'removed' | 'changed';
}
