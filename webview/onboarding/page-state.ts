import type { OnboardingForm } from '../../src/core/onboarding/form';
import type { WizardState } from '../../src/core/onboarding/wizard-state';
import type { OfferedLookUp, OnboardingPreview } from '../../src/protocol/onboarding';
import type { DrawnFile } from './drawn-file';

export interface PageState {
  readonly form: OnboardingForm;
  /** Fields whose answer can be found instead of typed. */
  readonly lookUps: readonly OfferedLookUp[];
  readonly wizard: WizardState;
  readonly file: DrawnFile;
  /** The last that came; it may belong to earlier answers. */
  readonly preview: OnboardingPreview | undefined;
}
