import json from '../../../schemas/iam.json';

/** What AWS documents of policies in general: `schemas/iam.json` says where and when. */
export const iam: Iam = json;

interface Iam {
  readonly conditionOperators: { readonly text: readonly string[]; readonly other: readonly string[] };
  readonly trustActions: { readonly assume: Readonly<Record<string, string>>; readonly beside: readonly string[] };
  readonly microsoftAccounts: readonly MicrosoftAccount[];
  /** Policies of AWS's that allow nearly everything. */
  readonly broadPolicies: { readonly names: readonly string[] };
  /** By the name of a policy of AWS's: those that allow all that it does, and more. */
  readonly policyCovers: Readonly<Record<string, string | readonly string[]>>;
  /** By role id: actions that a page of Microsoft's lists for an option of the role's feature. */
  readonly furtherActions: Readonly<Record<string, string | readonly string[]>>;
}

/** An AWS account of Microsoft's that roles trust. */
export interface MicrosoftAccount {
  readonly account: string;
  readonly use: string;
  readonly label: string;
}
