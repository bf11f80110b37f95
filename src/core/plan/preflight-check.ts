/** One thing that was looked at before anything is changed. */
export interface PreflightCheck {
  /** Stable, for machines: `identity`, `stack`, `name/<logical id>` … */
  readonly id: string;
  readonly title: string;
  /** Failed: nothing can be deployed. Unknown: we may not look, so nothing is claimed. */
  readonly result: 'passed' | 'failed' | 'warning' | 'unknown';
  /** What was seen, with the values. */
  readonly evidence: string;
  readonly fix: string | null;
  readonly conflict: NameConflict | null;
}

/** Something stands in IAM already under a name that the template uses. */
export interface NameConflict {
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  readonly owner: NameOwner;
  /** In the order in which they are to be considered; without a choice nothing is deployed. */
  readonly choices: readonly ConflictChoice[];
  /** What was chosen, or what holds without a choice; null where one is needed. */
  readonly chosen: Resolution['kind'] | null;
}

export type NameOwner =
  | { readonly kind: 'thisStack' }
  | { readonly kind: 'stack'; readonly stackId: string; readonly stackName: string; readonly region: string }
  | { readonly kind: 'sentinel' }
  | { readonly kind: 'unknown' };

export interface ConflictChoice {
  readonly kind: Resolution['kind'] | 'useOwner' | 'stop';
  readonly label: string;
  /** What it does and what it does not. */
  readonly consequence: string;
  /** For `rename`: a name that would fit. For `useOwner`: the stack. */
  readonly suggestion: string | null;
}

/** What to do about a conflict, by the logical id of the template's resource. */
export type Resolutions = Readonly<Record<string, Resolution>>;

export type Resolution =
  /** The provider that is there gets the audiences that it lacks, after the deployment has succeeded. */
  | { readonly kind: 'mergeAudiences' }
  /** The provider that is there is used as it is. */
  | { readonly kind: 'keepAudiences' }
  | { readonly kind: 'rename'; readonly name: string }
  /** The stack takes over what is there. */
  | { readonly kind: 'import' };

/** Audiences that an existing provider gets beside those that it has. */
export interface AudienceMerge {
  readonly providerArn: string;
  readonly url: string;
  readonly audiences: readonly string[];
}
