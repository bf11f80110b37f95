import type { AccountLook, FoundAnswer } from '../../core/onboarding/account-look';
import type { Answers } from '../../core/onboarding/answers';

/** What was found for a field, instead of typing it. */
export interface Found {
  readonly answers: readonly FoundAnswer[];
  readonly account: AccountLook | null;
}

/** Finds answers outside of the wizard. Each asks with VS Code's own lists, and only looks. */
export interface LookUp {
  /** What its button says. */
  readonly label: string;
  /** Undefined when the user turns away, or was told why nothing was found. */
  readonly find: (answers: Answers) => Promise<Found | undefined>;
}

/** By the field that they are offered at. */
export type LookUps = Readonly<Record<string, LookUp>>;
