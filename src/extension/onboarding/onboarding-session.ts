import * as vscode from 'vscode';
import type { OnboardingForm } from '../../core/onboarding/form';
import { hasErrors, type WizardDraft } from '../../core/onboarding/wizard-state';
import type { OnboardingFiles, OnboardingPageMessage, OnboardingPreview, OnboardingQuestion, PlannedFile } from '../../protocol/onboarding';
import type { GeneratedDocuments } from '../platform/generated-documents';
import { draftToKeep } from './draft-memory';
import { latestOnly } from './latest-only';
import type { OnboardingPage } from './onboarding-page';
import { saveFiles } from './save-files';

export interface SessionHost {
  readonly form: () => Promise<OnboardingForm>;
  readonly preview: (question: OnboardingQuestion) => Promise<OnboardingPreview>;
  readonly files: (question: OnboardingQuestion) => Promise<OnboardingFiles>;
  readonly documents: GeneratedDocuments;
  /** Keeps the draft for the next window; undefined: there is nothing to keep any more. */
  readonly keep: (draft: WizardDraft | undefined) => void;
  readonly onBug: (error: unknown) => void;
}

export interface SessionStart {
  readonly page: OnboardingPage;
  /** The file that is edited; null for a new one. */
  readonly uri: vscode.Uri | null;
  readonly folder: vscode.Uri;
  readonly draft: WizardDraft;
  /** What the wizard begins with when somebody starts over. */
  readonly afresh: WizardDraft;
}

/** One wizard in one editor tab: answers come in, previews go out, files are written when somebody says so. */
export function runOnboarding({ page, uri, folder, draft: first, afresh }: SessionStart, host: SessionHost): void {
  let draft = first;
  const question = (): OnboardingQuestion => ({
    uri: uri?.toString() ?? null, folder: folder.toString(), before: draft.before, answers: draft.answers,
  });
  const guarded = (work: Promise<unknown>): void => void work.catch(host.onBug);

  // Asked at once: the server starts while the page is being made. What failed then is asked again when the page is ready.
  const early = host.form().catch(() => undefined);
  const start = async () => {
    const form = (await early) ?? (await host.form());
    page.send({ kind: 'start', form, draft, state: { uri: uri?.toString() ?? null } });
  };
  const preview = latestOnly(async (revision: number) => {
    const asked = question();
    await host.preview(asked).then((answer) => page.send({ kind: 'preview', revision, preview: answer }), host.onBug);
  });
  const startOver = async () => {
    const yes = 'Start over';
    const answer = await vscode.window.showWarningMessage('Start over? What was answered here and not saved is lost.', { modal: true }, yes);
    if (answer !== yes) return;
    draft = afresh;
    host.keep(undefined);
    await start();
  };
  const save = async (thenPreview: boolean) => {
    const files = await host.files(question());
    const written = await write(files);
    if (!written) return;
    host.keep(undefined);
    page.dispose();
    await vscode.window.showTextDocument(written);
    if (thenPreview) await vscode.commands.executeCommand('defenderConnectors.previewDeployment', written);
  };

  const receive = (message: OnboardingPageMessage): void => {
    switch (message.kind) {
      case 'ready':
        return guarded(start());
      case 'draft':
        draft = message.draft;
        host.keep(draftToKeep(draft, afresh));
        return preview(message.revision);
      case 'compare':
        return guarded(compare(host, question(), message.file));
      case 'save':
        return guarded(save(message.thenPreview));
      case 'startOver':
        return guarded(startOver());
    }
  };
  page.onMessage(receive);
}

/** The connector file's uri once all is written; undefined when nothing was. */
async function write(files: OnboardingFiles): Promise<vscode.Uri | undefined> {
  const { problems, files: planned } = files.preview;
  const connector = planned.find(({ kind }) => kind === 'connector');
  if (hasErrors(problems) || !connector) {
    const first = problems.find(({ severity }) => severity === 'error')?.message ?? 'There is no file to write.';
    await vscode.window.showWarningMessage(`Nothing was saved. ${first}`);
    return undefined;
  }
  if (await saveFiles(files)) return vscode.Uri.parse(connector.uri, true);
  await vscode.window.showErrorMessage('The files could not be written. Look whether the folder may be written to, then save again.');
  return undefined;
}

/** The native diff of what is there with what would be written. */
async function compare({ files, documents }: SessionHost, question: OnboardingQuestion, kind: PlannedFile['kind']): Promise<void> {
  const { preview, texts } = await files(question);
  const index = preview.files.findIndex((file) => file.kind === kind);
  const file = preview.files[index];
  const text = texts[index];
  if (!file || text === undefined) return;
  const target = vscode.Uri.parse(file.uri, true);
  const now = file.status === 'new' ? documents.show(target.with({ path: `${target.path}.absent` }), '') : target;
  await vscode.commands.executeCommand('vscode.diff', now, documents.show(target, text), `${file.name} (now ↔ to be written)`);
}
