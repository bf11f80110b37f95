import type * as vscode from 'vscode';
import type { OutputKind } from '../../core/generate/output-kinds';
import type { OnboardingForm } from '../../core/onboarding/form';
import type { WizardDraft } from '../../core/onboarding/wizard-state';
import type { OnboardingFiles, OnboardingOutput, OnboardingPageMessage, OnboardingPreview, OnboardingQuestion } from '../../protocol/onboarding';
import type { GeneratedDocuments } from '../platform/generated-documents';
import { copyOutput } from './copy-output';
import { draftToKeep } from './draft-memory';
import { latestOnly } from './latest-only';
import type { LookUps } from './look-ups';
import type { OnboardingPage } from './onboarding-page';
import { compareFile, confirmStartingOver, showWritten, writeFiles, writeTerraform } from './wizard-actions';

export interface SessionHost {
  readonly form: () => Promise<OnboardingForm>;
  readonly preview: (question: OnboardingQuestion) => Promise<OnboardingPreview>;
  readonly files: (question: OnboardingQuestion) => Promise<OnboardingFiles>;
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
  readonly draft: WizardDraft;
  /** What the wizard begins with when somebody starts over. */
  readonly afresh: WizardDraft;
}

export const questionOf = ({ uri, folder }: WizardSubject, { before, answers }: WizardDraft): OnboardingQuestion => ({
  uri: uri?.toString() ?? null, folder: folder.toString(), before, answers,
});

/** One wizard in one editor tab: answers come in, previews go out, files are written when somebody says so. */
export function runOnboarding(page: OnboardingPage, subject: WizardSubject, host: SessionHost): void {
  const { uri, afresh } = subject;
  let draft = subject.draft;
  const question = (): OnboardingQuestion => questionOf(subject, draft);
  const guarded = (work: Promise<unknown>): void => void work.catch(host.onBug);

  // Asked at once: the server starts while the page is being made. What failed then is asked again when the page is ready.
  const early = host.form().catch(() => undefined);
  const start = async () => {
    const form = (await early) ?? (await host.form());
    const lookUps = Object.entries(host.lookUps).map(([field, { label }]) => ({ field, label }));
    page.send({ kind: 'start', form, draft, lookUps, state: { uri: uri?.toString() ?? null } });
  };
  const preview = latestOnly(async (revision: number) => {
    const asked = question();
    await host.preview(asked).then((answer) => page.send({ kind: 'preview', revision, preview: answer }), host.onBug);
  });
  const lookUp = async (field: string) => {
    const found = Object.hasOwn(host.lookUps, field) ? await host.lookUps[field]?.find(draft.answers) : undefined;
    if (found) page.send({ kind: 'found', ...found });
  };
  const startOver = async () => {
    if (!(await confirmStartingOver())) return;
    draft = afresh;
    host.keep(undefined);
    await start();
  };
  const save = async (thenPreview: boolean) => {
    const written = await writeFiles(await host.files(question()));
    if (!written) return;
    host.keep(undefined);
    page.dispose();
    await showWritten(written, thenPreview);
  };

  const receive = (message: OnboardingPageMessage): void => {
    switch (message.kind) {
      case 'ready':
        return guarded(start());
      case 'draft':
        draft = message.draft;
        host.keep(draftToKeep(draft, afresh));
        return preview(message.revision);
      case 'lookUp':
        return guarded(lookUp(message.field));
      case 'compare':
        return guarded(host.files(question()).then((files) => compareFile(files, message.file, host.documents)));
      case 'copy':
        return guarded(copyOutput(message.what, (kind) => host.output(question(), kind)));
      case 'writeTerraform':
        return guarded(host.output(question(), 'terraform').then((output) => writeTerraform(output, subject.folder)));
      case 'save':
        return guarded(save(message.thenPreview));
      case 'startOver':
        return guarded(startOver());
    }
  };
  page.onMessage(receive);
}
