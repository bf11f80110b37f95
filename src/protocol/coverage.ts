import type { Cell } from '../core/coverage/coverage';
import type { Problem } from '../core/model/problem';

/** What the coverage page shows: the figures of the accounts that the filter lets through, and as many of them as fit. */
export interface CoverageView {
  readonly phase: 'reading' | 'ready';
  readonly columns: readonly ShownColumn[];
  readonly accounts: readonly ShownAccount[];
  readonly counts: CoverageCounts;
  readonly filter: ShownFilter;
  readonly subscriptions: readonly { readonly id: string; readonly name: string }[];
  /** Whether Azure was read; signed out, only the files speak. */
  readonly azure: 'read' | 'signedOut' | 'failed';
  readonly problem: Problem | null;
}

export interface ShownColumn {
  readonly id: string;
  readonly name: string;
  /** Of a feature: the id of its plan. */
  readonly plan: string | null;
  readonly covered: number;
  readonly total: number;
}

export interface ShownAccount {
  readonly accountId: string;
  readonly names: readonly string[];
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  readonly isExcluded: boolean;
  readonly differs: boolean;
}

export interface CoverageCounts {
  /** Accounts that the filter lets through, of all; of them, those that are left out on purpose, and those in which file and Azure differ. */
  readonly shown: number;
  readonly total: number;
  readonly excluded: number;
  readonly differing: number;
}

export interface ShownFilter {
  readonly text: string;
  readonly subscription: string | null;
  readonly column: { readonly id: string; readonly covered: boolean } | null;
  readonly onlyDiffering: boolean;
}

export interface CoverageHostMessage {
  readonly kind: 'view';
  readonly view: CoverageView;
}

export type CoveragePageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'openWorkbook' }
  | { readonly kind: 'filter'; readonly filter: ShownFilter }
  | { readonly kind: 'export'; readonly format: CoverageExport }
  | { readonly kind: 'openAccount'; readonly accountId: string };

export const coverageExports = ['csv', 'markdown', 'svg'] as const;
export type CoverageExport = (typeof coverageExports)[number];

/** Most accounts that are drawn at once; the figures are of all. */
export const mostAccounts = 300;
