import { connectorText } from '../../src/core/onboarding/connector-text';
import { newFileName } from '../../src/core/onboarding/file-base-name';
import type { WizardState } from '../../src/core/onboarding/wizard-state';
import type { FileText, OnboardingPreview } from '../../src/protocol/onboarding';

/** The connector file as the present answers make it. */
export interface DrawnFile extends FileText {
  /** What it is drawn from; undefined once the file turned out to be another one by now. */
  readonly from: FileText | null | undefined;
}

/** The page draws the file itself: a key press does not wait for the server, which says a moment later what is wrong with it. */
export function drawFile(from: DrawnFile['from'], wizard: WizardState, last: FileText): DrawnFile {
  if (from === undefined) return { ...last, from };
  const { before, answers } = wizard;
  const name = from?.name ?? newFileName(answers);
  return { from, name, text: connectorText({ text: from?.text ?? '', fileName: name, before, answers }) };
}

/** The server reads the file anew each time. Where it says something else of the same answers, it is right from then on. */
export const asChecked = (drawn: DrawnFile, { files: [file] }: OnboardingPreview): DrawnFile =>
  file === undefined || file.text === drawn.text ? drawn : { from: undefined, name: file.name, text: file.text };
