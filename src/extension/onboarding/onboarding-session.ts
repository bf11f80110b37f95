import { onboardingForm } from '../../core/onboarding/form';
import type { OnboardingPageMessage, OnboardingQuestion } from '../../protocol/onboarding';
import { confirmStartingOver } from './confirm-starting-over';
import { copyOutput } from './copy-output';
import { draftToKeep } from './draft-memory';
import { latestOnly } from './latest-only';
import type { OnboardingPage } from './onboarding-page';
import { compareFile, showWritten, writeFiles, writeTerraform } from './wizard-actions';
import { questionOf, type SessionHost, type WizardSubject } from './wizard-subject';

/** One wizard in one editor tab that waits for its questions: answers come in, previews go out, files are written when somebody says so. */
export function runOnboarding(page: OnboardingPage, subject: WizardSubject, host: SessionHost): void {
  const { uri, file, afresh } = subject;
  let draft = subject.draft;
  const question = (): OnboardingQuestion => questionOf(subject, draft);
  const guarded = (work: Promise<unknown>): void => void work.catch(host.onBug);

  const start = () => {
    const lookUps = Object.entries(host.lookUps).map(([field, { label }]) => ({ field, label }));
    page.send({ kind: 'start', form: onboardingForm(), file, draft, lookUps, state: { uri: uri?.toString() ?? null } });
  };
  const preview = latestOnly(async (revision: number) => {
    const asked = question();
    await host.preview(asked).then((answer) => page.send({ kind: 'preview', revision, preview: answer }), host.onBug);
  });
  let looking: string | undefined;
  const lookUp = async (field: string) => {
    if (looking !== undefined || !Object.hasOwn(host.lookUps, field)) return; // A second press of the button changes nothing.
    looking = field;
    const found = await host.lookUps[field]?.find(draft.answers).finally(() => (looking = undefined));
    if (found) page.send({ kind: 'found', ...found });
  };
  const startOver = async () => {
    if (!(await confirmStartingOver())) return;
    draft = afresh;
    host.keep(undefined);
    start();
  };
  const save = async (thenPreview: boolean) => {
    const written = await writeFiles(await host.preview(question()));
    if (!written) return;
    host.keep(undefined);
    page.dispose();
    await showWritten(written, thenPreview);
  };

  const receive = (message: OnboardingPageMessage): void => {
    switch (message.kind) {
      case 'ready':
        return start();
      case 'draft':
        draft = message.draft;
        host.keep(draftToKeep(draft, afresh));
        return preview(message.revision);
      case 'lookUp':
        return guarded(lookUp(message.field));
      case 'compare':
        return guarded(host.preview(question()).then((now) => compareFile(now, message.file, host.documents)));
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
  start();
}
