/** A change set as CloudFormation describes it, in our words. */
export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly stackId: string;
  readonly status: string;
  readonly executionStatus: string | null;
  readonly reason: string | null;
  readonly changes: readonly ChangeSetChange[];
}

export interface ChangeSetChange {
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly type: string;
  readonly action: 'add' | 'modify' | 'remove' | 'import' | 'dynamic';
  readonly replacement: 'never' | 'conditional' | 'always';
  /** A removed resource that leaves the stack but stays in the account. */
  readonly retained: boolean;
  /** Names of the properties that change, sorted; `Tags` and the like for other attributes. */
  readonly properties: readonly string[];
}
