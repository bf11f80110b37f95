import json from '../../../schemas/iam.json';

/** What AWS documents of policies in general: `schemas/iam.json` says where and when. */
export const iam: Iam = json;

interface Iam {
  readonly conditionOperators: { readonly text: readonly string[]; readonly other: readonly string[] };
  readonly trustActions: { readonly assume: Readonly<Record<string, string>>; readonly beside: readonly string[] };
  readonly policyElements: PolicyElements;
  readonly microsoftAccounts: readonly MicrosoftAccount[];
  /** Policies of AWS's that allow nearly everything. */
  readonly broadPolicies: { readonly names: readonly string[] };
  /** By the name of a policy of AWS's: those that allow all that it does, and more. */
  readonly policyCovers: Readonly<Record<string, string | readonly string[]>>;
  /** By role id: actions that a page of Microsoft's lists for an option of the role's feature. */
  readonly furtherActions: Readonly<Record<string, string | readonly string[]>>;
}

/** What a policy and its statements are made of. */
export interface PolicyElements extends Readonly<Record<PolicyKind, { readonly required: readonly string[]; readonly prohibited: readonly string[] }>> {
  readonly policy: readonly string[];
  readonly statement: readonly string[];
  readonly effects: readonly string[];
  /** Kinds of principals. */
  readonly principals: readonly string[];
}

/** Whose policy it is: a role's, on who may assume it; of an identity, on what it may do; of a resource, on who may do what with it. */
export type PolicyKind = 'trust' | 'identity' | 'resource';

/** An AWS account of Microsoft's that roles trust. */
export interface MicrosoftAccount {
  readonly account: string;
  readonly use: string;
  readonly label: string;
}
