import type { OnboardingForm } from '../../src/core/onboarding/form';
import type { WizardState } from '../../src/core/onboarding/wizard-state';
import type { OnboardingPreview } from '../../src/protocol/onboarding';

export interface PageState {
  readonly form: OnboardingForm;
  readonly wizard: WizardState;
  /** The last that came; it may belong to earlier answers. */
  readonly preview: OnboardingPreview | undefined;
}
