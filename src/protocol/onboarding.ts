import type { OutputKind } from '../core/generate/output-kinds';
import type { Output } from '../core/generate/outputs';
import type { JsonObject } from '../core/model/json';
import type { AccountLook, FoundAnswer } from '../core/onboarding/account-look';
import type { AccessComparison, PlanEffect } from '../core/onboarding/effects';
import type { OnboardingForm } from '../core/onboarding/form';
import type { Answers } from '../core/onboarding/answers';
import type { DiffLine } from '../core/onboarding/line-diff';
import type { FieldProblem, WizardDraft } from '../core/onboarding/wizard-state';

/** What the answers would make. The server says it, the page shows it. */
export interface OnboardingPreview {
  readonly problems: readonly FieldProblem[];
  readonly effects: readonly PlanEffect[];
  /** Null while the plans cannot be read. */
  readonly comparison: AccessComparison | null;
  readonly template: TemplateSummary;
  /** The connector file first. */
  readonly files: readonly PlannedFile[];
}

export type TemplateSummary =
  | {
      readonly ok: true;
      /** A CloudFormation template, or Terraform's main file, which no request has to carry. */
      readonly of: 'template' | 'terraform';
      readonly bytes: number;
      readonly limit: number;
      /** Written without white space, because it fits into a request only so. */
      readonly minified: boolean;
      readonly resources: number;
      /** What the template leaves out and what to do about it. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** A file that saving writes, with its whole text. */
export interface PlannedFile {
  readonly kind: 'connector' | 'template' | 'terraform';
  readonly uri: string;
  /** Its name without folders. */
  readonly name: string;
  readonly text: string;
  readonly status: 'new' | 'changed' | 'unchanged';
  readonly added: number;
  readonly removed: number;
  /** What changes in a file that is there; empty for a new one. */
  readonly diff: readonly DiffLine[];
}

export interface OnboardingQuestion {
  /** The file that is edited; null for a new one, which gets its name from the connector's. */
  readonly uri: string | null;
  /** Where a new file goes. */
  readonly folder: string;
  readonly before: Answers | null;
  readonly answers: Answers;
}

export interface OnboardingOutputQuestion {
  readonly kind: OutputKind;
  readonly question: OnboardingQuestion;
}

/** Texts to copy, the first one being the main one; or why there are none. */
export type OnboardingOutput = ({ readonly ok: true } & Output) | { readonly ok: false; readonly message: string };

/** A connector's body as Azure gave it, and what it does not say of itself. */
export interface ImportQuestion {
  readonly body: JsonObject;
  readonly context: { readonly name: string; readonly subscription: string; readonly resourceGroup: string; readonly tenant: string };
}

export type ImportedAnswers =
  | { readonly ok: true; readonly answers: Answers; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string };

export type AnswersOfFile = { readonly ok: true; readonly answers: Answers; readonly before: Answers; readonly file: FileText } | { readonly ok: false; readonly message: string };

/** Characters that a page takes. A connector file is a page long; this is a long organization's. */
export const longestFile = 400_000;

/** A connector file as it stands. */
export interface FileText {
  /** Without folders. */
  readonly name: string;
  readonly text: string;
}

/** To the page. */
export type OnboardingHostMessage =
  | {
      readonly kind: 'start';
      readonly form: OnboardingForm;
      /** The file that is edited, so that the page can draw at once what an answer changes in it; null for a new one. */
      readonly file: FileText | null;
      readonly draft: WizardDraft;
      /** Fields whose answer can be found instead of typed, with what the button for it says. */
      readonly lookUps: readonly OfferedLookUp[];
      /** What VS Code restores the page from. */
      readonly state: OnboardingPageState;
    }
  | { readonly kind: 'preview'; readonly revision: number; readonly preview: OnboardingPreview }
  | { readonly kind: 'found'; readonly answers: readonly FoundAnswer[]; readonly account: AccountLook | null };

export interface OfferedLookUp {
  readonly field: string;
  readonly label: string;
}

/** From the page. */
export type OnboardingPageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'draft'; readonly revision: number; readonly draft: WizardDraft }
  /** To look for the answer of a field. VS Code's own lists ask what is needed. */
  | { readonly kind: 'lookUp'; readonly field: string }
  /** By its place in the list of files. */
  | { readonly kind: 'compare'; readonly file: number }
  | { readonly kind: 'copy'; readonly what: Copied }
  /** Terraform beside the connector file, whatever the deployment's method. */
  | { readonly kind: 'writeTerraform' }
  | { readonly kind: 'save'; readonly thenPreview: boolean }
  | { readonly kind: 'startOver' };

/** What the clipboard can take. */
export type Copied = Exclude<OutputKind, 'terraform'> | 'bucketPolicy';

/** The file that is edited; null for a new connector. */
export interface OnboardingPageState {
  readonly uri: string | null;
}
