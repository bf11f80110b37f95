import type * as vscode from 'vscode';
import type { OutputKind } from '../../core/generate/output-kinds';
import type { WizardDraft } from '../../core/onboarding/wizard-state';
import type { FileText, OnboardingOutput, OnboardingPreview, OnboardingQuestion } from '../../protocol/onboarding';
import type { GeneratedDocuments } from '../platform/generated-documents';
import type { LookUps } from './look-ups';

export interface SessionHost {
  readonly preview: (question: OnboardingQuestion) => Promise<OnboardingPreview>;
  /** What the answers make besides their files. */
  readonly output: (question: OnboardingQuestion, kind: OutputKind) => Promise<OnboardingOutput>;
  readonly documents: GeneratedDocuments;
  readonly lookUps: LookUps;
  /** Keeps the draft for the next window; undefined: there is nothing to keep any more. */
  readonly keep: (draft: WizardDraft | undefined) => void;
  readonly onBug: (error: unknown) => void;
}

/** What a wizard works on. */
export interface WizardSubject {
  /** The file that is edited; null for a new one. */
  readonly uri: vscode.Uri | null;
  readonly folder: vscode.Uri;
  /** The file as it was read; null for a new one. */
  readonly file: FileText | null;
  readonly draft: WizardDraft;
  /** What the wizard begins with when somebody starts over. */
  readonly afresh: WizardDraft;
}

export const questionOf = ({ uri, folder }: WizardSubject, { before, answers }: WizardDraft): OnboardingQuestion => ({
  uri: uri?.toString() ?? null, folder: folder.toString(), before, answers,
});
